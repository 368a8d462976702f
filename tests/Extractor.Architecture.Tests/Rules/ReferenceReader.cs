using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Extractor.Architecture.Tests.Rules;

/// <summary>Finds every reference of an assembly's types: signatures, attributes and, instruction by instruction, method bodies.</summary>
internal static class ReferenceReader
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>References of all types of an assembly.</summary>
    public static IReadOnlyCollection<Reference> Of(Assembly assembly) => Of(assembly.GetTypes());

    /// <summary>References of the types; those of nested and compiler-made types count for the type they stand in.</summary>
    public static IReadOnlyCollection<Reference> Of(IEnumerable<Type> types)
    {
        var found = new HashSet<Reference>();
        foreach (Type type in types)
        {
            string from = Outermost(type).FullName!;
            void Use(Type? used, string? member = null) => Add(found, from, used, member);
            ReadSignatures(type, Use);
            foreach (MethodBase method in type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)))
            {
                ReadBody(method, Use);
            }
        }

        return found;
    }

    private static void ReadSignatures(Type type, Action<Type?, string?> use)
    {
        use(type.BaseType, null);
        foreach (Type implemented in type.GetInterfaces())
        {
            use(implemented, null);
        }

        foreach (FieldInfo field in type.GetFields(Everything))
        {
            use(field.FieldType, null);
        }

        foreach (MethodBase method in type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)))
        {
            use((method as MethodInfo)?.ReturnType, null);
            foreach (ParameterInfo parameter in method.GetParameters())
            {
                use(parameter.ParameterType, null);
            }
        }

        foreach (CustomAttributeData attribute in type.CustomAttributes)
        {
            use(attribute.AttributeType, null);
        }
    }

    private static void ReadBody(MethodBase method, Action<Type?, string?> use)
    {
        if (method.GetMethodBody() is not { } body)
        {
            return;
        }

        foreach (LocalVariableInfo local in body.LocalVariables)
        {
            use(local.LocalType, null);
        }

        foreach (ExceptionHandlingClause clause in body.ExceptionHandlingClauses)
        {
            use(clause.Flags == ExceptionHandlingClauseOptions.Clause ? clause.CatchType : null, null);
        }

        Type[]? typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        Type[]? methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        foreach (int token in TokensIn(body.GetILAsByteArray()!))
        {
            switch (method.Module.ResolveMember(token, typeArguments, methodArguments))
            {
                case Type type:
                    use(type, null);
                    break;
                case MethodBase called:
                    use(called.DeclaringType, called.Name);
                    if (called.IsGenericMethod)
                    {
                        Array.ForEach(called.GetGenericArguments(), argument => use(argument, null));
                    }

                    break;
                case FieldInfo field:
                    use(field.DeclaringType, field.Name);
                    break;
            }
        }
    }

    // ECMA-335, partition III: an opcode of one or two bytes and an operand whose size its kind tells.
    private static IEnumerable<int> TokensIn(byte[] code)
    {
        for (int i = 0; i < code.Length;)
        {
            short value = code[i++];
            if (value == 0xFE)
            {
                value = unchecked((short)(0xFE00 | code[i++]));
            }

            OperandType kind = Codes[value].OperandType;
            if (kind is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                yield return BitConverter.ToInt32(code, i);
            }

            i += kind switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, i)),
                _ => 4,
            };
        }
    }

    private static void Add(HashSet<Reference> found, string from, Type? used, string? member)
    {
        while (used?.HasElementType == true)
        {
            used = used.GetElementType();
        }

        if (used is null || used.IsGenericParameter)
        {
            return;
        }

        foreach (Type argument in used.IsGenericType ? used.GetGenericArguments() : [])
        {
            Add(found, from, argument, null);
        }

        Type outer = Outermost(used);
        if (outer.FullName is { } to && !IsCompilerMade(outer))
        {
            found.Add(new Reference(from, to, member, outer.Assembly.GetName().Name!));
        }
    }

    private static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type.IsGenericType ? type.GetGenericTypeDefinition() : type;
    }

    private static bool IsCompilerMade(Type type) => type.Name.StartsWith('<') || type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
}

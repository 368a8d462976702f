using System.Reflection;
using System.Reflection.Emit;

namespace Extractor.Benchmarks;

/// <summary>
/// Writes what the runtime had to compile while programs started as a profile (.mibc) for the compiler ahead of time, which finds calls of virtual methods of
/// generic types over our own only when it is told of them. A profile that is not up to date costs time, never correctness.
/// </summary>
internal static class StartProfile
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>Writes the profile.</summary>
    /// <param name="lists">What runs with DOTNET_JitStdOutFile and DOTNET_JitDisasmSummary=1 wrote.</param>
    /// <param name="folder">Assemblies of the program.</param>
    /// <param name="profile">The file to write.</param>
    public static int Run(string[] lists, string folder, string profile)
    {
        var types = new JittedTypes([folder, Path.GetDirectoryName(typeof(object).Assembly.Location)!]);
        string[] names = [.. lists.SelectMany(File.ReadLines).Select(JittedMethod.NameIn).OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        MethodBase[] methods = [.. names.SelectMany(name => Find(name, types)).Distinct()];
        Write(methods, profile);
        Console.WriteLine($"{methods.Length} methods of {names.Length} names");
        return 0;
    }

    private static IEnumerable<MethodBase> Find(string name, JittedTypes types)
    {
        if (JittedMethod.Parse(name) is not { } method || types.Find(method.Type) is not { } type)
        {
            return [];
        }

        Type[] arguments = [.. method.Arguments.Select(types.Find).OfType<Type>()];
        IEnumerable<MethodBase> named = type.GetMethods(Declared).Concat<MethodBase>(type.GetConstructors(Declared))
            .Where(m => m.Name == method.Name && m.GetParameters().Length == method.Parameters);
        return named.Select(m => Close(m, arguments)).OfType<MethodBase>();
    }

    private static MethodBase? Close(MethodBase method, Type[] arguments)
    {
        int wanted = method.IsGenericMethodDefinition ? method.GetGenericArguments().Length : 0;
        try
        {
            return wanted != arguments.Length ? null : wanted == 0 ? method : ((MethodInfo)method).MakeGenericMethod(arguments);
        }
        catch (ArgumentException)
        {
            // Shared code is listed for any reference type, and this method takes some only.
            return null;
        }
    }

    // The format of dotnet-pgo: a method that names a group of assemblies, and one that lists the group's methods.
    private static void Write(MethodBase[] methods, string profile)
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("StartProfile"), typeof(object).Assembly);
        ModuleBuilder module = assembly.DefineDynamicModule("StartProfile");
        MethodBuilder group = module.DefineGlobalMethod("Methods", MethodAttributes.Public | MethodAttributes.Static, typeof(void), []);
        ILGenerator list = group.GetILGenerator();
        foreach (MethodBase method in methods)
        {
            list.Emit(OpCodes.Ldtoken, method is ConstructorInfo constructor ? module.GetMethodMetadataToken(constructor) : module.GetMethodMetadataToken((MethodInfo)method));
            list.Emit(OpCodes.Pop);
        }

        list.Emit(OpCodes.Ret);
        ILGenerator groups = DefineList(module, "AssemblyDictionary");
        groups.Emit(OpCodes.Ldstr, typeof(object).Assembly.GetName().Name + ";");
        groups.Emit(OpCodes.Ldtoken, group);
        groups.Emit(OpCodes.Pop);
        groups.Emit(OpCodes.Ret);
        ILGenerator config = DefineList(module, "MibcConfig");
        foreach ((string name, string value) in new[] { ("FormatVersion", "1.0"), ("Os", "Linux"), ("Arch", "x64"), ("Runtime", "CoreClr") })
        {
            config.Emit(OpCodes.Ldstr, name);
            config.Emit(OpCodes.Ldstr, value);
            config.Emit(OpCodes.Pop);
            config.Emit(OpCodes.Pop);
        }

        config.Emit(OpCodes.Ret);
        module.CreateGlobalFunctions();
        assembly.Save(profile);
    }

    private static ILGenerator DefineList(ModuleBuilder module, string name) =>
        module.DefineGlobalMethod(name, MethodAttributes.Public | MethodAttributes.Static, typeof(void), []).GetILGenerator();
}

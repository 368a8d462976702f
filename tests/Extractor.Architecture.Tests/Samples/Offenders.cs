// Types that break every rule on purpose: the proof that the rules can fail.
#pragma warning disable CA1304, CA1305, CA1822
using System.Globalization;

namespace Extractor.Architecture.Tests.Samples.Low
{
    /// <summary>Uses the layer above only inside a method body, hidden in a lambda.</summary>
    internal sealed class UsesHighInBody
    {
        public Func<string> Make() => () => new High.Service().ToString()!;
    }

    internal sealed class UsesHighAsGenericArgument
    {
        public int Count() => Array.Empty<High.Service>().Length;
    }

    internal sealed class CatchesHigh
    {
        public bool Try(Action action)
        {
            try
            {
                action();
                return true;
            }
            catch (High.ServiceException)
            {
                return false;
            }
        }
    }

    internal sealed class UsesNothing
    {
        public int Add(int a, int b) => a + b;
    }

    internal sealed class UsesPackage
    {
        public string Write(Type type) => PublicApiGenerator.ApiGenerator.GeneratePublicApi(type.Assembly, null);
    }

    internal sealed class ReadsClock
    {
        public int Year() => DateTime.UtcNow.Year;
    }

    internal sealed class ReadsOffsetClock
    {
        public DateTimeOffset Now() => DateTimeOffset.Now;
    }

    internal sealed class WritesConsole
    {
        public void Say() => Console.WriteLine("x");
    }

    internal sealed class ReadsCulture
    {
        public string Name() => CultureInfo.CurrentCulture.Name;
    }

    internal sealed class ParsesADate
    {
        public DateTime Parse(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);
    }
}

namespace Extractor.Architecture.Tests.Samples.High
{
    internal sealed class Service;

    internal sealed class ServiceException : Exception;
}

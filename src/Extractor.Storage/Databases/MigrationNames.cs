using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Extractor.Storage.Databases;

/// <summary>The migrations this program has, by the attributes EF Core finds them by.</summary>
internal static class MigrationNames
{
    public static IEnumerable<string> Of(Type context) => context.Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Migration)) && type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context)
        .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal);
}

using System.Collections.Immutable;
using System.Text;
using Extractor.Tables;

namespace Extractor.Mapping.Heuristic;

/// <summary>
/// Centrally run cities (Hà Nội, Đà Nẵng, Cần Thơ …) are provinces that call themselves "thành phố", the word that elsewhere names a district. A form that
/// counts departments ("sở") and urban districts ("quận") and never says "tỉnh" is one of theirs, and its "thành phố" is read as "tỉnh".
/// </summary>
internal static class CentralCity
{
    private const string City = "thành phố";
    private static readonly string[] Departments = ["các sở", "sở, ban", "sở, ngành", "sở ban", "sở ngành"];

    // "thành phố Thủ Đức", "huyện, thị xã, thành phố": a city among the districts.
    private static readonly string[] Lists = ["thị xã, thành phố", "thị xã và thành phố", "quận, thành phố", "huyện, thành phố"];

    /// <summary>Whether a form is that of a centrally run city.</summary>
    public static bool IsReporting(ImmutableArray<StatisticalTable> tables)
    {
        bool city = false, department = false, district = false;
        foreach (StatisticalTable table in tables)
        {
            if (!Read(table.Caption) || !table.Rows.All(row => Read(row.Group) && Read(row.Label.Text)))
            {
                return false;
            }
        }

        return city && department && district;

        bool Read(string text)
        {
            city = city || Has(text, City);
            district = district || Has(text, "quận");
            department = department || Array.Exists(Departments, word => Has(text, word));
            return !Has(text, "tỉnh");
        }
    }

    /// <summary>The text with the city called a province.</summary>
    public static string AsProvince(string text)
    {
        int at = Next(text, 0);
        if (at < 0 || Array.Exists(Lists, list => Has(text, list)))
        {
            return text;
        }

        var province = new StringBuilder(text.Length);
        int copied = 0;
        for (; at >= 0; at = Next(text, copied))
        {
            province.Append(text, copied, at - copied).Append("tỉnh");
            copied = at + City.Length;
        }

        return province.Append(text, copied, text.Length - copied).ToString();
    }

    private static int Next(string text, int start) => text.IndexOf(City, start, StringComparison.OrdinalIgnoreCase);

    private static bool Has(string text, string words)
    {
        int at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at == 0 || !char.IsLetter(text[at - 1])) && (at + words.Length == text.Length || !char.IsLetter(text[at + words.Length]));
    }
}

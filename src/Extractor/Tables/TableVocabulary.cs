using System.Collections.Frozen;
using System.Globalization;
using Extractor.Models;

namespace Extractor.Tables;

/// <summary>What the head of a column says about the cells below it.</summary>
internal enum ColumnRole
{
    /// <summary>Nothing known.</summary>
    None,

    /// <summary>Running numbers.</summary>
    Number,

    /// <summary>Names of the indicators.</summary>
    Label,

    /// <summary>Units.</summary>
    Unit,

    /// <summary>Figures.</summary>
    Value,

    /// <summary>Notes.</summary>
    Note,
}

/// <summary>Headings, letterhead phrases and units that tables of administrative documents print; kept in <c>table_headings.csv</c>.</summary>
internal sealed class TableVocabulary
{
    private readonly List<(ColumnRole Role, bool Whole, string Phrase)> _roles = [];
    private readonly List<(string Phrase, int Weight)> _preferences = [];
    private readonly List<(bool Start, string Phrase)> _furniture = [];
    private readonly List<string> _captions = [];
    private readonly FrozenSet<string> _units;
    private readonly FrozenSet<string> _groups;

    private TableVocabulary(List<IReadOnlyDictionary<string, string>> rows)
    {
        var units = new HashSet<string>(StringComparer.Ordinal);
        var groups = new HashSet<string>(StringComparer.Ordinal);
        foreach (IReadOnlyDictionary<string, string> row in rows)
        {
            string phrase = SqueezedText.Of(row["phrase"]);
            switch (row["role"])
            {
                case "prefer":
                    _preferences.Add((phrase, int.Parse(row["weight"], CultureInfo.InvariantCulture)));
                    break;
                case "furniture":
                    _furniture.Add((row["match"] != "contains", phrase));
                    break;
                case "caption":
                    _captions.Add(phrase);
                    break;
                case "unitword":
                    units.Add(phrase);
                    break;
                case "group":
                    groups.Add(phrase);
                    break;
                default:
                    _roles.Add((Enum.Parse<ColumnRole>(row["role"], ignoreCase: true), row["match"] == "whole", phrase));
                    break;
            }
        }

        _units = units.ToFrozenSet(StringComparer.Ordinal);
        _groups = groups.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The vocabulary that ships with the product.</summary>
    public static TableVocabulary Default { get; } = Load();

    /// <summary>Role a heading names; <see cref="ColumnRole.None"/> for other texts.</summary>
    public ColumnRole RoleOf(string squeezed)
    {
        // A heading is short; what is longer is a sentence that only starts like one.
        if (squeezed.Length is 0 or > 90)
        {
            return ColumnRole.None;
        }

        foreach ((ColumnRole role, bool whole, string phrase) in _roles)
        {
            if (whole ? squeezed == phrase : squeezed.StartsWith(phrase, StringComparison.Ordinal))
            {
                return role;
            }
        }

        return ColumnRole.None;
    }

    /// <summary>How much a heading speaks for being the figure of this period, all levels together.</summary>
    public int PreferenceOf(string squeezed)
    {
        int sum = 0;
        foreach ((string phrase, int weight) in _preferences)
        {
            if (squeezed.Contains(phrase, StringComparison.Ordinal))
            {
                sum += weight;
            }
        }

        return sum;
    }

    /// <summary>Whether a text belongs to a letterhead or a signature block.</summary>
    public bool IsFurniture(string squeezed)
    {
        foreach ((bool start, string phrase) in _furniture)
        {
            if (start ? squeezed.StartsWith(phrase, StringComparison.Ordinal) : squeezed.Contains(phrase, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a paragraph starts like the title of a table.</summary>
    public bool StartsCaption(string squeezed) => _captions.Exists(c => squeezed.StartsWith(c, StringComparison.Ordinal));

    /// <summary>Whether a text is a unit any form may print.</summary>
    public bool IsUnit(string squeezed) => _units.Contains(squeezed) || squeezed.Contains('=', StringComparison.Ordinal);

    /// <summary>Whether a text only opens a group of rows, such as "Trong đó".</summary>
    public bool IsGroup(string squeezed) => _groups.Contains(squeezed);

    private static TableVocabulary Load()
    {
        using Stream stream = typeof(TableVocabulary).Assembly.GetManifestResourceStream("table_headings.csv")
            ?? throw new InvalidDataException("The assembly lacks table_headings.csv.");
        using var reader = new StreamReader(stream);
        return new TableVocabulary(CsvTable.Read(reader.ReadToEnd()));
    }
}

using System.Globalization;

namespace Extractor.Storage;

/// <summary>A part of every day, such as 18:00 to 06:00; one that ends before it begins runs over midnight.</summary>
/// <param name="From">Begin, which belongs to it.</param>
/// <param name="To">End, which does not.</param>
public readonly record struct DailyWindow(TimeOnly From, TimeOnly To)
{
    private const string Format = "HH:mm";

    /// <summary>Whether a time of day lies in it; equal ends are the whole day.</summary>
    public bool Contains(TimeOnly time) => From == To || time.IsBetween(From, To);

    /// <summary>Reads "18:00-06:00".</summary>
    public static bool TryParse(string text, out DailyWindow window)
    {
        ArgumentNullException.ThrowIfNull(text);
        window = default;
        string[] ends = text.Split('-', StringSplitOptions.TrimEntries);
        if (ends.Length != 2 || !TryTime(ends[0], out TimeOnly from) || !TryTime(ends[1], out TimeOnly to))
        {
            return false;
        }

        window = new DailyWindow(from, to);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        From.ToString(Format, CultureInfo.InvariantCulture) + "-" + To.ToString(Format, CultureInfo.InvariantCulture);

    internal static DailyWindow? Of(int? from, int? to) =>
        from is { } begin && to is { } end ? new(TimeOnly.MinValue.AddMinutes(begin), TimeOnly.MinValue.AddMinutes(end)) : null;

    internal static int Minutes(TimeOnly time) => (time.Hour * 60) + time.Minute;

    private static bool TryTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, [Format, "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}

using System.Globalization;
using Extractor.Models;

namespace Extractor.Cli.Evaluate.Html;

/// <summary>Texts and figures as the readers of a language write them; independent of the machine's settings.</summary>
internal sealed class Wording(UserLanguage language)
{
    private readonly NumberFormatInfo _format = language == UserLanguage.English
        ? NumberFormatInfo.InvariantInfo
        : new NumberFormatInfo { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    /// <summary>Tag of the language (RFC 5646).</summary>
    public string Tag => language == UserLanguage.English ? "en" : "vi";

    /// <summary>A text in the readers' language.</summary>
    public string Say(LocalText text) => text.In(language);

    /// <summary>A whole number with its thousands parted.</summary>
    public string Count(long number) => number.ToString("#,0", _format);

    /// <summary>A number with three digits behind the comma.</summary>
    public string Decimal(double number) => number.ToString("0.000", _format);

    /// <summary>A number with four digits behind the comma.</summary>
    public string Fine(double number) => number.ToString("0.0000", _format);

    /// <summary>A number with as many digits behind the comma as it needs, at most four.</summary>
    public string Short(double number) => number.ToString("0.####", _format);

    /// <summary>A share as a percentage. What is not quite all never rounds to all, and what is not quite nothing never to nothing.</summary>
    public string Percent(double share)
    {
        double percent = Math.Round(share * 100, 2);
        percent = percent >= 100 && share < 1 ? 99.99 : percent <= 0 && share > 0 ? 0.01 : percent;
        return percent.ToString("0.##", _format) + " %";
    }

    /// <summary>A day and time of day.</summary>
    public string Moment(DateTimeOffset moment) => moment.ToString(
        language == UserLanguage.English ? "yyyy-MM-dd HH:mm" : "dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);
}

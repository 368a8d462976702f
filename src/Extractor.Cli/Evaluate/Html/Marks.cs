namespace Extractor.Cli.Evaluate.Html;

/// <summary>Marks whether a bound is kept; in words and a sign, never by colour alone.</summary>
internal static class Marks
{
    /// <summary>A mark; null where there is too little to tell.</summary>
    public static Markup Of(bool? isKept, Wording wording) => isKept switch
    {
        true => new Markup().Add($"<span class=\"mark good\">{wording.Say(PageTexts.Met)}</span>"),
        false => new Markup().Add($"<span class=\"mark bad\">{wording.Say(PageTexts.Missed)}</span>"),
        null => new Markup().Add($"<span class=\"mark none\">{wording.Say(PageTexts.TooFew)}</span>"),
    };
}

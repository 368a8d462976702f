namespace Extractor.Models;

/// <summary>A text in the two languages of the product.</summary>
/// <param name="Vi">Vietnamese.</param>
/// <param name="En">English.</param>
public sealed record LocalText(string Vi, string En)
{
    /// <summary>The text in one language.</summary>
    public string In(UserLanguage language) => language == UserLanguage.English ? En : Vi;
}

/// <summary>Language of messages to the user.</summary>
public enum UserLanguage
{
    /// <summary>Tiếng Việt.</summary>
    Vietnamese,

    /// <summary>English.</summary>
    English,
}

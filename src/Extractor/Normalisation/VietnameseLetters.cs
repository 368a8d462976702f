using System.Text;

namespace Extractor.Normalisation;

/// <summary>Facts about the letters of Vietnamese.</summary>
internal static class VietnameseLetters
{
    private const int TableSize = 0x1F00;
    private static readonly char[] Bare = BuildBare();

    /// <summary>The letter without tone and vowel marks (<c>ế</c> to <c>e</c>, <c>đ</c> to <c>d</c>).</summary>
    public static char WithoutDiacritics(char letter) => letter < TableSize ? Bare[letter] : letter;

    private static char[] BuildBare()
    {
        var bare = new char[TableSize];
        for (int i = 0; i < TableSize; i++)
        {
            char letter = (char)i;
            bare[i] = letter switch
            {
                'đ' => 'd',
                'Đ' => 'D',
                _ when char.IsLetter(letter) && letter.ToString().Normalize(NormalizationForm.FormD) is { Length: > 1 } parts
                    && char.IsAscii(parts[0]) => parts[0],
                _ => letter,
            };
        }

        return bare;
    }
}

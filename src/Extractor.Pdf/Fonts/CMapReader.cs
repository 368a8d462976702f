using Extractor.Pdf.Syntax;

namespace Extractor.Pdf.Fonts;

/// <summary>Reads embedded CMaps and ToUnicode CMaps (Adobe technical notes 5014 and 5411). Damage costs the entries it touches, no more.</summary>
internal sealed class CMapReader(PdfLexer lexer, PdfBudget budget, Func<string, CMap?> findBase)
{
    // Nobody needs a text of more characters for one code.
    private const int LongestText = 64;
    private readonly CMap _map = new();
    private string? _lastName;
    private string? _nameBefore;
    private int _tokens;

    public CMap Read()
    {
        while (Next())
        {
            if (lexer.Token == PdfToken.Name)
                (_nameBefore, _lastName) = (_lastName, lexer.Length < 100 ? System.Text.Encoding.Latin1.GetString(lexer.Bytes) : null);
            else if (lexer.Token == PdfToken.Number && _lastName == "WMode")
                _map.IsVertical = lexer.Number == 1;
            else if (lexer.Token == PdfToken.Keyword)
                ReadSection();
        }

        if (_map.Codes.IsEmpty && _map.Base is not null)
            _map.Codes.AddAll(_map.Base.Codes);
        return _map;
    }

    private void ReadSection()
    {
        if (lexer.IsKeyword("begincodespacerange"u8))
            ReadCodeSpace();
        else if (lexer.IsKeyword("begincidrange"u8))
            ReadCids(isRange: true);
        else if (lexer.IsKeyword("begincidchar"u8))
            ReadCids(isRange: false);
        else if (lexer.IsKeyword("beginbfrange"u8))
            ReadTextRanges();
        else if (lexer.IsKeyword("beginbfchar"u8))
            ReadTextCharacters();
        else if (lexer.IsKeyword("usecmap"u8) && (_lastName ?? _nameBefore) is { } name)
            _map.Base ??= findBase(name);
    }

    private void ReadCodeSpace()
    {
        while (TryCode(out int low, out int length) && TryCode(out int high, out _))
        {
            if (length is >= 1 and <= 4)
                _map.Codes.Add(new CodeSpaceRange(length, low, high));
        }
    }

    private void ReadCids(bool isRange)
    {
        while (TryCode(out int low, out _))
        {
            int high = low;
            if (isRange && !TryCode(out high, out _))
                return;
            if (!Next() || lexer.Token != PdfToken.Number)
                return;
            if (high >= low && lexer.Number is >= 0 and <= 0xFFFF)
                _map.AddCids(low, high, (int)lexer.Number);
        }
    }

    private void ReadTextCharacters()
    {
        while (TryCode(out int code, out _) && Next())
        {
            if (lexer.Token == PdfToken.Keyword)
                return;
            if (TargetText() is { } text)
                _map.AddText(code, text);
        }
    }

    private void ReadTextRanges()
    {
        while (TryCode(out int low, out _) && TryCode(out int high, out _) && Next())
        {
            if (lexer.Token == PdfToken.Keyword)
                return;
            if (lexer.Token == PdfToken.ArrayStart)
                ReadTextArray(low);
            else if (TargetText() is { } text && high >= low)
                _map.AddTexts(low, high, text);
        }
    }

    private void ReadTextArray(int code)
    {
        while (Next() && lexer.Token is not (PdfToken.ArrayEnd or PdfToken.Keyword))
        {
            if (TargetText() is { } text)
                _map.AddText(code, text);
            code++;
        }
    }

    /// <summary>The text a bf entry maps to: UTF-16BE bytes, or a glyph name.</summary>
    private string? TargetText()
    {
        if (lexer.Token == PdfToken.Name)
            return GlyphNames.ToText(System.Text.Encoding.Latin1.GetString(lexer.Bytes));
        if (lexer.Token != PdfToken.String)
            return null;
        ReadOnlySpan<byte> bytes = lexer.Bytes;
        return SharedText.FromUtf16(bytes.Length > LongestText * 2 ? bytes[..(LongestText * 2)] : bytes);
    }

    private bool TryCode(out int code, out int length)
    {
        (code, length) = (0, 0);
        if (!Next() || lexer.Token != PdfToken.String)
            return false;
        length = lexer.Length;
        foreach (byte value in lexer.Bytes)
            code = (code << 8) | value;
        return true;
    }

    private bool Next()
    {
        if ((++_tokens & 0xFFF) == 0)
        {
            budget.CheckTime();
            lexer.ReleaseScratch();
        }

        return lexer.Read();
    }
}

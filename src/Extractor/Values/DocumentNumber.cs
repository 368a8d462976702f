namespace Extractor.Values;

/// <summary>Number of an official document, such as "45/2016/QĐ-TTg".</summary>
/// <param name="Number">Serial number, with a letter if it has one ("23a").</param>
/// <param name="Year">Year part of a legal document; empty in most others.</param>
/// <param name="Type">Kind of document, or of its author where the kind is left out ("167/UBND-KGVX").</param>
/// <param name="Issuer">Who issued it; empty where it is not stated.</param>
/// <param name="Start">First character in the text.</param>
/// <param name="Length">Number of characters.</param>
internal sealed record DocumentNumber(string Number, string Year, string Type, string Issuer, int Start, int Length);

using System.Collections.Immutable;

namespace Extractor.Models;

/// <summary>What a report says of itself in its head, title and foot. A part that is not stated is null inside its <see cref="Stated{T}"/>.</summary>
/// <param name="Title">Kind and subject, such as "BÁO CÁO Kết quả …".</param>
/// <param name="Agency">Who reports, such as "UBND phường …".</param>
/// <param name="ParentAgency">Whom the agency reports to, named in the head or the text.</param>
/// <param name="Number">Document number, such as "282/BC-UBND".</param>
/// <param name="IssuedOn">Date of the document; null where day or month is blank.</param>
/// <param name="Period">Time the report covers.</param>
/// <param name="Level">Level of government of the agency.</param>
/// <param name="Signer">Name under the signature.</param>
/// <param name="SignerTitle">Capacity above the signature.</param>
/// <param name="Recipients">Lines of "Nơi nhận".</param>
public sealed record ReportHead(
    Stated<string> Title,
    Stated<string> Agency,
    Stated<string> ParentAgency,
    Stated<string> Number,
    Stated<DateOnly?> IssuedOn,
    Stated<ReportPeriod> Period,
    Stated<AdministrativeLevel?> Level,
    Stated<string> Signer,
    Stated<string> SignerTitle,
    Stated<ImmutableArray<string>> Recipients);

/// <summary>A part of the head with the place it was read from.</summary>
/// <typeparam name="T">Type of the part.</typeparam>
/// <param name="Value">What is stated; null (or empty) rather than guessed.</param>
/// <param name="Confidence">Probability that the value is right.</param>
/// <param name="Evidence">Quoted source tokens.</param>
public sealed record Stated<T>(T? Value, Confidence Confidence, ImmutableArray<Evidence> Evidence);

/// <summary>Makes <see cref="Stated{T}"/>.</summary>
public static class Stated
{
    /// <summary>A part the report does not state.</summary>
    public static Stated<T> Missing<T>() => new(default, Confidence.None, []);
}

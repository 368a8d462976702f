namespace Extractor.Architecture.Tests.Rules;

/// <summary>A use of one type, or of one of its members, by another.</summary>
/// <param name="From">Full name of the type whose signature or body uses it.</param>
/// <param name="To">Full name of the used type.</param>
/// <param name="Member">Name of the used member, such as "get_Now"; null where only the type is named.</param>
/// <param name="Assembly">Assembly the used type lives in.</param>
internal sealed record Reference(string From, string To, string? Member, string Assembly)
{
    public override string ToString() => $"{From} -> {To}{(Member is null ? "" : "." + Member)} ({Assembly})";
}

using System.Collections.Immutable;
using System.Text.Json;
using Extractor.Models;

namespace Extractor.Storage.Results;

/// <summary>
/// Takes the index out of an answer's JSON. Works on the text and not on the contract's types: it is a tenth of the work, and a worker of a newer
/// version may say more than this process knows.
/// </summary>
internal static class ResultIndexReader
{
    /// <exception cref="JsonException">The text is no answer.</exception>
    public static ResultIndex Read(ReadOnlyMemory<byte> json)
    {
        var walk = new JsonWalk(json.Span);
        try
        {
            return Read(ref walk);
        }
        catch (Exception exception) when (exception is InvalidOperationException or FormatException)
        {
            throw new JsonException("The text is no result.", exception);
        }
    }

    private static ResultIndex Read(ref JsonWalk walk)
    {
        var parts = new ResultIndexParts();
        bool isObject = walk.Begin();
        while (isObject && walk.NextProperty())
        {
            if (walk.Is("schema"u8))
            {
                ReadSchema(ref walk, parts);
            }
            else if (walk.Is("document"u8))
            {
                ReadDocument(ref walk, parts);
            }
            else if (walk.Is("report"u8))
            {
                ReportHeadReader.Read(ref walk, parts);
            }
            else if (walk.Is("coverage"u8))
            {
                ReadCoverage(ref walk, parts);
            }
            else if (walk.Is("warnings"u8))
            {
                parts.IsUnrelated = HasUnrelated(ref walk);
            }
            else if (walk.Is("fields"u8))
            {
                parts.Values = IndexedValueReader.ReadAll(ref walk);
            }
            else if (walk.Is("findings"u8))
            {
                parts.Findings = ReadFindings(ref walk);
            }
            else
            {
                walk.Skip();
            }
        }

        walk.End();
        return parts.ToIndex();
    }

    private static void ReadSchema(ref JsonWalk walk, ResultIndexParts parts)
    {
        bool isObject = walk.EnterObject();
        while (isObject && walk.NextProperty())
        {
            if (walk.Is("family"u8))
            {
                parts.Family = walk.Text();
            }
            else if (walk.Is("version"u8))
            {
                parts.SchemaVersion = walk.Integer();
            }
            else
            {
                walk.Skip();
            }
        }
    }

    private static void ReadDocument(ref JsonWalk walk, ResultIndexParts parts)
    {
        bool isObject = walk.EnterObject();
        while (isObject && walk.NextProperty())
        {
            if (walk.Is("sha256"u8))
            {
                parts.Sha256 = walk.Text();
            }
            else if (walk.Is("fileName"u8))
            {
                parts.FileName = walk.Text();
            }
            else if (walk.Is("format"u8))
            {
                parts.Format = walk.Word<FileFormat>();
            }
            else
            {
                walk.Skip();
            }
        }
    }

    private static void ReadCoverage(ref JsonWalk walk, ResultIndexParts parts)
    {
        bool isObject = walk.EnterObject();
        while (isObject && walk.NextProperty())
        {
            if (walk.Is("rows"u8))
            {
                parts.Rows = walk.Integer();
            }
            else if (walk.Is("rowsMapped"u8))
            {
                parts.RowsMapped = walk.Integer();
            }
            else if (walk.Is("unread"u8))
            {
                parts.Unread = walk.Count();
            }
            else
            {
                walk.Skip();
            }
        }
    }

    private static bool? HasUnrelated(ref JsonWalk walk)
    {
        if (!walk.EnterArray())
        {
            return null;
        }

        bool found = false;
        while (walk.NextElement())
        {
            bool isObject = walk.IsInObject();
            while (isObject && walk.NextProperty())
            {
                if (walk.Is("code"u8))
                {
                    found |= walk.Text() == ResultIndexParts.UnrelatedWarning;
                }
                else
                {
                    walk.Skip();
                }
            }
        }

        return found;
    }

    private static ImmutableArray<IndexedFinding>? ReadFindings(ref JsonWalk walk)
    {
        if (!walk.EnterArray())
        {
            return null;
        }

        ImmutableArray<IndexedFinding>.Builder findings = ImmutableArray.CreateBuilder<IndexedFinding>();
        while (walk.NextElement())
        {
            string? rule = null;
            Severity? severity = null;
            bool isObject = walk.IsInObject();
            while (isObject && walk.NextProperty())
            {
                if (walk.Is("rule"u8))
                {
                    rule = walk.Text();
                }
                else if (walk.Is("severity"u8))
                {
                    severity = walk.Word<Severity>();
                }
                else
                {
                    walk.Skip();
                }
            }

            findings.Add(new IndexedFinding(ResultIndexParts.Told(rule, "rule"), ResultIndexParts.Told(severity, "severity")));
        }

        return findings.DrainToImmutable();
    }
}

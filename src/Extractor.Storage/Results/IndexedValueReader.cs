using System.Collections.Immutable;
using Extractor.Models;

namespace Extractor.Storage.Results;

/// <summary>Takes the fields out of an answer's JSON, each with the place of its best evidence.</summary>
internal static class IndexedValueReader
{
    /// <summary>The fields of the array it stands before; null where there is no array.</summary>
    public static ImmutableArray<IndexedValue>? ReadAll(ref JsonWalk walk)
    {
        if (!walk.EnterArray())
        {
            return null;
        }

        ImmutableArray<IndexedValue>.Builder values = ImmutableArray.CreateBuilder<IndexedValue>();
        while (walk.NextElement())
        {
            values.Add(Read(ref walk));
        }

        return values.DrainToImmutable();
    }

    private static IndexedValue Read(ref JsonWalk walk)
    {
        string? code = null, item = null, value = null;
        FieldStatus? status = null;
        double? confidence = null;
        Place place = default;
        bool isObject = walk.IsInObject();
        while (isObject && walk.NextProperty())
        {
            if (walk.Is("code"u8))
            {
                code = walk.Text();
            }
            else if (walk.Is("item"u8))
            {
                item = ReadItem(ref walk);
            }
            else if (walk.Is("value"u8))
            {
                value = walk.AsWritten();
            }
            else if (walk.Is("status"u8))
            {
                status = walk.Word<FieldStatus>();
            }
            else if (walk.Is("confidence"u8))
            {
                confidence = walk.Number();
            }
            else if (walk.Is("evidence"u8))
            {
                place = ReadBestPlace(ref walk);
            }
            else
            {
                walk.Skip();
            }
        }

        return new IndexedValue(
            ResultIndexParts.Told(code, "code"), item, value, ResultIndexParts.Told(status, "status"), ResultIndexParts.Told(confidence, "confidence"),
            place.Source, place.Page, place.Table, place.Row, place.Column, place.Paragraph);
    }

    // A field of a crossed table belongs to one member of what the table breaks its figures down by.
    private static string? ReadItem(ref JsonWalk walk)
    {
        if (!walk.EnterObject())
        {
            return null;
        }

        var path = new List<string?>();
        string? label = null;
        while (walk.NextProperty())
        {
            if (walk.Is("path"u8))
            {
                bool isArray = walk.EnterArray();
                while (isArray && walk.NextElement())
                {
                    path.Add(walk.ElementText());
                }
            }
            else if (walk.Is("label"u8))
            {
                label = walk.Text();
            }
            else
            {
                walk.Skip();
            }
        }

        return string.Join(" / ", path.Append(label));
    }

    // The first piece of evidence is the best.
    private static Place ReadBestPlace(ref JsonWalk walk)
    {
        Place best = default;
        bool isFirst = true;
        bool isArray = walk.EnterArray();
        while (isArray && walk.NextElement())
        {
            if (isFirst && walk.IsInObject())
            {
                best = ReadPlace(ref walk);
            }
            else if (!isFirst)
            {
                walk.Skip();
            }

            isFirst = false;
        }

        return best;
    }

    private static Place ReadPlace(ref JsonWalk walk)
    {
        Place place = default;
        while (walk.NextProperty())
        {
            if (walk.Is("source"u8))
            {
                place.Source = walk.Word<EvidenceSource>();
            }
            else if (walk.Is("page"u8))
            {
                place.Page = walk.Integer();
            }
            else if (walk.Is("table"u8))
            {
                place.Table = walk.Integer();
            }
            else if (walk.Is("row"u8))
            {
                place.Row = walk.Integer();
            }
            else if (walk.Is("column"u8))
            {
                place.Column = walk.Integer();
            }
            else if (walk.Is("paragraph"u8))
            {
                place.Paragraph = walk.Integer();
            }
            else
            {
                walk.Skip();
            }
        }

        return place;
    }

    private struct Place
    {
        public EvidenceSource? Source;
        public int? Page;
        public int? Table;
        public int? Row;
        public int? Column;
        public int? Paragraph;
    }
}

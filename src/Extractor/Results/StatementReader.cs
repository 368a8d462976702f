using System.Collections.Immutable;
using Extractor.Mapping;
using Extractor.Mapping.Crossed;
using Extractor.Narrative;
using Extractor.Scoring;
using Extractor.Values;

namespace Extractor.Results;

/// <summary>Gathers every place that states an indicator: mapped rows with their cells read, and facts of the prose.</summary>
internal static class StatementReader
{
    /// <summary>Rows in printed order, then cells of crossed tables, then facts in the order of the text.</summary>
    public static IReadOnlyList<Statement> Read(
        Document document, ImmutableArray<RowChoice> choices, ImmutableArray<MappedTable> crossed, ImmutableArray<NarrativeFact> facts)
    {
        var statements = new List<Statement>(choices.Length + facts.Length);
        int table = -1;
        CellReading? above = null;
        foreach (RowChoice choice in choices)
        {
            if (choice.Row.Table != table)
            {
                (table, above) = (choice.Row.Table, null);
            }

            CellReading reading = CellValueReader.Read(choice.Row.Value, new CellContext(choice.Indicator, choice.Row.Unit.Text, above));
            above = reading;
            reading = choice.Row.ValueDoubt is { } doubt ? ReadingTrust.Lower(reading, doubt) : reading;
            if (choice.Indicator is not null)
            {
                statements.Add(new Statement.OfRow(choice, reading, NoteReader.Read(choice.Row.Note, reading.Value)));
            }
        }

        foreach (MappedTable mapped in crossed)
        {
            CrossedStatements.Read(mapped, statements);
        }

        foreach (NarrativeFact fact in facts)
        {
            statements.Add(new Statement.OfProse(fact, (TextBlock)document.Blocks[fact.Block]));
        }

        return statements;
    }
}

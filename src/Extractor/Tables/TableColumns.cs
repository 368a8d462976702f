using System.Collections.Immutable;

namespace Extractor.Tables;

/// <summary>The columns of a table by their role; -1 where the table has no such column.</summary>
internal readonly record struct TableColumns(int Number, int Label, int Unit, int Value, int Note);

/// <summary>The header of a table.</summary>
/// <param name="FirstRow">First header row; rows above it are a title inside the table.</param>
/// <param name="EndRow">First row below the header.</param>
/// <param name="Columns">Columns by role.</param>
/// <param name="Texts">Squeezed texts of the header rows by row and column, to recognise repetitions.</param>
internal sealed record TableHeader(int FirstRow, int EndRow, TableColumns Columns, ImmutableArray<ImmutableArray<string>> Texts);

using Extractor.Models;
using Extractor.Results;

namespace Extractor.Validation.Engine;

/// <summary>What a report says of each indicator, in its tables and in its prose.</summary>
internal sealed class CellTable
{
    private readonly decimal[] _values;
    private readonly CellState[] _states;
    private readonly Statement?[] _sources;
    private readonly int[] _above;
    private readonly int[] _below;
    private (int Cell, int Table) _last = (-1, -1);

    private CellTable(int indicators)
    {
        _above = new int[2 * indicators];
        _below = new int[2 * indicators];
        Array.Fill(_above, -1);
        Array.Fill(_below, -1);
        _values = new decimal[2 * indicators];
        _states = new CellState[2 * indicators];
        _sources = new Statement?[2 * indicators];
    }

    /// <summary>Number of cells: two an indicator.</summary>
    public int Count => _values.Length;

    /// <summary>The cell of an indicator.</summary>
    public static int CellOf(int indicator, bool isProse) => (2 * indicator) + (isProse ? 1 : 0);

    /// <summary>The indicator of a cell.</summary>
    public static int IndicatorOf(int cell) => cell / 2;

    /// <summary>Gathers the statements; of several for one cell the surest counts, the first on a tie.</summary>
    /// <param name="statements">All places that state an indicator.</param>
    /// <param name="rules">Rules of the schema they belong to.</param>
    /// <param name="leastConfidence">Statements below this say nothing.</param>
    public static CellTable Of(IReadOnlyList<Statement> statements, CompiledRules rules, double leastConfidence)
    {
        var table = new CellTable(rules.Schema.Indicators.Length);
        for (int i = 0; i < statements.Count; i++)
        {
            Statement statement = statements[i];
            if (statement.Confidence.Value >= leastConfidence)
            {
                table.Add(CellOf(rules.IndexOf(statement.Indicator.Code), statement is Statement.OfProse), statement);
            }
        }

        return table;
    }

    /// <summary>What stands in a cell.</summary>
    public CellState StateOf(int cell) => _states[cell];

    /// <summary>The figure of a cell that states one.</summary>
    public decimal ValueOf(int cell) => _values[cell];

    /// <summary>The place of the report a cell stands for; null if absent.</summary>
    public Statement? SourceOf(int cell) => _sources[cell];

    /// <summary>Whether any cell states a figure.</summary>
    public bool States(decimal value)
    {
        for (int cell = 0; cell < _values.Length; cell++)
        {
            if (_states[cell] == CellState.Stated && _values[cell] == value)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The cell of the row printed above; -1 if there is none.</summary>
    public int Above(int cell) => _above[cell];

    /// <summary>The cell of the row printed below; -1 if there is none.</summary>
    public int Below(int cell) => _below[cell];

    /// <summary>Tries another figure in a cell; the caller puts the old one back.</summary>
    public void Assume(int cell, decimal value) => _values[cell] = value;

    private void Add(int cell, Statement statement)
    {
        CellState state = StateOf(statement);
        bool isBetter = state > _states[cell] || (state == _states[cell] && statement.Confidence.Value > _sources[cell]!.Confidence.Value);
        if (isBetter)
        {
            _states[cell] = state;
            _sources[cell] = statement;
            _values[cell] = statement.Value is NumberValue number ? number.Number : 0;
            Place(cell, statement);
        }
    }

    private void Place(int cell, Statement statement)
    {
        if (statement is Statement.OfRow row)
        {
            if (_last.Table == row.Row.Table && _last.Cell != cell)
            {
                (_above[cell], _below[_last.Cell]) = (_last.Cell, cell);
            }

            _last = (cell, row.Row.Table);
        }
    }

    private static CellState StateOf(Statement statement) => statement.Value switch
    {
        NumberValue => CellState.Stated,
        null when statement is Statement.OfRow { Reading.Status: FieldStatus.Blank } => CellState.Blank,
        _ => CellState.Unusable,
    };
}

/// <summary>What stands in a cell, the more telling states last.</summary>
internal enum CellState : byte
{
    /// <summary>The report has no such row or sentence.</summary>
    Absent,

    /// <summary>The cell is empty: the figure is unknown and not 0.</summary>
    Blank,

    /// <summary>The cell states no single figure ('-', text, a ratio).</summary>
    Unusable,

    /// <summary>A figure.</summary>
    Stated,
}

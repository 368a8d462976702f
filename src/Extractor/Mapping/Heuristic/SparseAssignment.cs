namespace Extractor.Mapping.Heuristic;

/// <summary>
/// Assigns rows to columns one to one so that the sum of scores is largest, where each row lists few columns and may also stay without one.
/// Shortest augmenting paths with potentials (Jonker and Volgenant 1987) over the sparse lists.
/// </summary>
internal sealed class SparseAssignment
{
    private readonly int _columns;
    private readonly Edge[][] _edges;
    private readonly int[] _rowOf;
    private readonly int[] _from;
    private readonly double[] _distance;
    private readonly double[] _rowPotential;
    private readonly double[] _columnPotential;
    private readonly bool[] _isDone;
    private readonly List<int> _touched = [];
    private readonly PriorityQueue<int, double> _queue = new();

    private SparseAssignment(Edge[][] edges, int columns)
    {
        _columns = columns;
        _edges = edges;
        int all = columns + edges.Length;
        _rowOf = new int[all];
        _from = new int[all];
        _distance = new double[all];
        _columnPotential = new double[all];
        _isDone = new bool[all];
        _rowPotential = new double[edges.Length];
        Array.Fill(_rowOf, -1);
        Array.Fill(_distance, double.PositiveInfinity);
    }

    /// <summary>The column of each row; -1 for rows that are best without one.</summary>
    /// <param name="edges">Columns a row may take, with the score of each.</param>
    /// <param name="without">Score of each row without a column.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="cancellationToken">Looked at for every row.</param>
    public static int[] Solve(Edge[][] edges, ReadOnlySpan<double> without, int columns, CancellationToken cancellationToken = default)
    {
        var assignment = new SparseAssignment(edges, columns);
        for (int row = 0; row < edges.Length; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            assignment.Augment(row, without);
        }

        int[] columnOf = new int[edges.Length];
        Array.Fill(columnOf, -1);
        for (int column = 0; column < columns; column++)
        {
            if (assignment._rowOf[column] >= 0)
            {
                columnOf[assignment._rowOf[column]] = column;
            }
        }

        return columnOf;
    }

    private void Augment(int start, ReadOnlySpan<double> without)
    {
        int row = start;
        double shortest = 0;
        int sink;
        while (true)
        {
            foreach (Edge edge in _edges[row])
            {
                Relax(row, edge.Column, shortest - edge.Score);
            }

            // The column of its own that a row without an indicator takes.
            Relax(row, _columns + row, shortest - without[row]);
            int column = NextColumn();
            _isDone[column] = true;
            shortest = _distance[column];
            if (_rowOf[column] < 0)
            {
                sink = column;
                break;
            }

            row = _rowOf[column];
        }

        UpdatePotentials(start, shortest);
        while (true)
        {
            int from = _from[sink];
            int previous = ColumnHeldBy(from);
            _rowOf[sink] = from;
            if (from == start)
            {
                break;
            }

            sink = previous;
        }

        Reset();
    }

    private void Relax(int row, int column, double distance)
    {
        distance -= _rowPotential[row] + _columnPotential[column];
        if (_isDone[column] || distance >= _distance[column])
        {
            return;
        }

        if (double.IsPositiveInfinity(_distance[column]))
        {
            _touched.Add(column);
        }

        _distance[column] = distance;
        _from[column] = row;
        _queue.Enqueue(column, distance);
    }

    private int NextColumn()
    {
        int column;
        do
        {
            column = _queue.Dequeue();
        }
        while (_isDone[column]);

        return column;
    }

    private void UpdatePotentials(int start, double shortest)
    {
        _rowPotential[start] += shortest;
        foreach (int column in _touched)
        {
            if (_isDone[column])
            {
                double change = shortest - _distance[column];
                _columnPotential[column] -= change;
                if (_rowOf[column] >= 0)
                {
                    _rowPotential[_rowOf[column]] += change;
                }
            }
        }
    }

    private int ColumnHeldBy(int row)
    {
        foreach (Edge edge in _edges[row])
        {
            if (_rowOf[edge.Column] == row)
            {
                return edge.Column;
            }
        }

        return _columns + row;
    }

    private void Reset()
    {
        foreach (int column in _touched)
        {
            _distance[column] = double.PositiveInfinity;
            _isDone[column] = false;
        }

        _touched.Clear();
        _queue.Clear();
    }
}

/// <summary>A column a row may take.</summary>
/// <param name="Column">The column.</param>
/// <param name="Score">How well it fits.</param>
internal readonly record struct Edge(int Column, double Score);

using Extractor.Mapping.Heuristic;
using FsCheck.Xunit;

namespace Extractor.Tests.Mapping;

public class SparseAssignmentTests
{
    private const int Columns = 4;

    [Property(MaxTest = 300)]
    public void No_other_assignment_scores_higher(int seed)
    {
        var random = new Random(seed);
        Edge[][] edges = [.. Enumerable.Range(0, 5).Select(_ => Enumerable.Range(0, Columns)
            .Where(_ => random.Next(3) > 0)
            .Select(column => new Edge(column, random.Next(100)))
            .ToArray())];
        double[] without = [.. edges.Select(_ => (double)random.Next(60))];

        int[] chosen = SparseAssignment.Solve(edges, without, Columns);

        Assert.Equal(Best(edges, without, 0, 0), Total(edges, without, chosen), 6);
        Assert.Distinct(chosen.Where(c => c >= 0));
    }

    [Fact]
    public void Row_without_columns_stays_without()
    {
        Assert.Equal([-1, 0], SparseAssignment.Solve([[], [new Edge(0, 1)]], [0.5, 0.5], 1));
    }

    private static double Total(Edge[][] edges, double[] without, int[] chosen) =>
        chosen.Select((column, row) => column < 0 ? without[row] : edges[row].Single(e => e.Column == column).Score).Sum();

    private static double Best(Edge[][] edges, double[] without, int row, int taken) =>
        row == edges.Length
            ? 0
            : edges[row].Where(e => (taken & (1 << e.Column)) == 0)
                .Select(e => e.Score + Best(edges, without, row + 1, taken | (1 << e.Column)))
                .Append(without[row] + Best(edges, without, row + 1, taken))
                .Max();
}

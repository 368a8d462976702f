using System.Collections.Immutable;
using Extractor.Mapping.Heuristic;
using Extractor.Mapping.Learned;
using Extractor.Training.Fitting;
using Extractor.Training.Forms;

namespace Extractor.Training.Learning;

/// <summary>A labelled form as a mapper with a certain vocabulary reads it: every row with the evidence of its candidates.</summary>
internal sealed class FormReading
{
    // A figure taken for another one does more harm than one left for a reviewer, and labelled forms hold few foreign rows.
    private const double ForeignWeight = 1.5;

    private readonly List<RowNode> _nodes;
    private readonly SchemaIndex _index;

    /// <summary>Reads a form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="index">What the mapper knows.</param>
    /// <param name="firstWeight">How much its rows count in the first pass.</param>
    /// <param name="secondWeight">How much its rows count in the second pass.</param>
    public FormReading(LabelledForm form, SchemaIndex index, double firstWeight, double secondWeight)
    {
        Form = form;
        _index = index;
        FirstWeight = firstWeight;
        SecondWeight = secondWeight;
        _nodes = LearnedRowMapper.ReadEvidence(form.Tables, index);
    }

    /// <summary>The form.</summary>
    public LabelledForm Form { get; }

    /// <summary>How much its rows count in the first pass.</summary>
    public double FirstWeight { get; }

    /// <summary>How much its rows count in the second pass.</summary>
    public double SecondWeight { get; }

    /// <summary>What the first pass can learn from.</summary>
    public IEnumerable<ChoiceCase> FirstCases() =>
        Cases(FirstWeight, static evidence => evidence.Pairs, static evidence => evidence.None);

    /// <summary>What the second pass can learn from, the first one done.</summary>
    public IEnumerable<ChoiceCase> SecondCases(MappingWeights weights)
    {
        LearnedRowMapper.PassFirst(_nodes, weights, _index);
        new RelationReader(_index, _nodes).Read();
        return Cases(SecondWeight, static evidence => [.. evidence.Relations], static evidence => [.. evidence.RelationsNone]);
    }

    /// <summary>What a model makes of every row.</summary>
    public ImmutableArray<RowOutcome> Judge(MappingWeights weights)
    {
        LearnedRowMapper.Choose(_nodes, weights, _index);
        var report = new ReportChoices(_nodes);
        return [.. Rows().Select(r => new RowOutcome(
            Form.Name,
            r.Node.Row!,
            r.Codes,
            r.Node.Indicator < 0 ? null : _index.Facts[r.Node.Indicator].Indicator.Code,
            ChoiceSignal.Read(r.Node, report)))];
    }

    private IEnumerable<(RowNode Node, ImmutableArray<string?> Codes)> Rows()
    {
        int row = 0;
        foreach (RowNode node in _nodes)
        {
            if (node.Row is not null)
            {
                yield return (node, Known(Form.Codes[row++]));
            }
        }
    }

    // What the schema at hand does not have is none of it.
    private ImmutableArray<string?> Known(ImmutableArray<string?> codes)
    {
        ImmutableArray<string?> known = [.. codes.Where(c => c is null || _index.Schema.Find(c) is not null)];
        return known.IsEmpty ? [null] : known;
    }

    private IEnumerable<ChoiceCase> Cases(double weight, Func<RowEvidence, float[]> pairs, Func<RowEvidence, float[]> none)
    {
        if (weight <= 0)
        {
            yield break;
        }

        foreach ((RowNode node, ImmutableArray<string?> codes) in Rows())
        {
            bool[] isRight = new bool[node.Candidates.Length + 1];
            for (int c = 0; c < node.Candidates.Length; c++)
            {
                isRight[c] = codes.Contains(_index.Facts[node.Candidates[c].Indicator].Indicator.Code);
            }

            isRight[^1] = codes.Contains(null);
            // A row whose indicator is no candidate teaches nothing about choosing among them.
            if (Array.IndexOf(isRight, true) >= 0)
            {
                yield return new ChoiceCase(pairs(node.Evidence!), none(node.Evidence!), isRight, isRight[^1] ? ForeignWeight * weight : weight);
            }
        }
    }
}

using System.Collections.Immutable;
using Extractor.Evaluation;
using Extractor.Ingest;
using Extractor.Ingest.Docx;
using Extractor.Ingest.Pdf;
using Extractor.Ingest.Text;
using Extractor.Mapping.Learned;
using Extractor.Models;
using Extractor.Scoring;
using Extractor.Tables;
using Extractor.Training.Learning;
using Extractor.Training.Printing;
using Extractor.Training.Synthesis;
using Microsoft.Extensions.Options;

namespace Extractor.Training.Calibration;

/// <summary>
/// Prints reports on a form, whole and damaged, in every format, and reads them the whole way with a mapping model that has seen nothing of the form.
/// </summary>
internal static class BlindReading
{
    private const double HeavyDamage = 0.06;
    private const double LightDamage = 0.02;

    /// <summary>What became of the reports of one form.</summary>
    /// <param name="held">The form and the model that has not seen it.</param>
    /// <param name="confidence">The confidence model that was in force before.</param>
    /// <param name="seed">Decides figures, layouts and damage.</param>
    /// <param name="cancellationToken">Looked at between reports.</param>
    public static FormOutcome Read(HeldOutModel held, ConfidenceModel confidence, int seed, CancellationToken cancellationToken)
    {
        var ingest = new DocumentIngest(
        [
            new DocxReader(Options.Create(new DocxOptions())), new PdfReader(Options.Create(new PdfReaderOptions())),
            new PlainTextReader([held.Schema], Options.Create(new TextOptions())),
        ]);
        var pipeline = new ExtractionPipeline(ingest, new LearnedRowMapper(held.Model), confidence, [held.Schema], new ExtractorOptions());
        var cases = ImmutableArray.CreateBuilder<FieldCase>();
        var word = new ReportScore();
        foreach (Rendering rendering in Rendering.All)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = new SeededRandom(((ulong)seed << 32) ^ Fingerprint(held.Form.Name) ^ (ulong)rendering.Number);
            PrintedReport report = Damage(ReportMaker.Make(held.Form, held.Schema, random), rendering, random);
            var seen = new Seen();
            ExtractionResult result = pipeline.Extract(
                new SourceFile(rendering.FileName, Print(report, rendering)), new ExtractionRequest { Observer = seen }, cancellationToken);
            ReportScore score = ReportScorer.Score(report.Gold, result);
            cases.AddRange(seen.CasesOf(held.Form.Name, rendering, result, score));
            word = rendering is { Format: FileFormat.Docx, Damage: DamageKind.None } ? word.Add(score) : word;
        }

        return new FormOutcome(held.Form.Name, word, cases.ToImmutable());
    }

    private static PrintedReport Damage(PrintedReport report, Rendering rendering, SeededRandom random) => rendering.Damage switch
    {
        DamageKind.Mistyped => ReportDamage.Mistype(report, random),
        DamageKind.LightScan => ReportDamage.Misread(report, LightDamage, random),
        DamageKind.HeavyScan => ReportDamage.Misread(report, HeavyDamage, random),
        DamageKind.Shifted => ReportDamage.Shift(report, random),
        _ => report,
    };

    private static byte[] Print(PrintedReport report, Rendering rendering) => rendering.Format switch
    {
        FileFormat.Docx => DocxPrinter.Print(report),
        FileFormat.Pdf => PdfPrinter.Print(report),
        _ => TextPrinter.Print(report, rendering.IsAligned),
    };

    // FNV-1a: the same on every machine, which string.GetHashCode is not.
    private static ulong Fingerprint(string text)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return hash;
    }

    private sealed class Seen : IConfidenceObserver
    {
        private readonly Dictionary<(string, FieldItem?), FieldEvidence> _fields = [];
        private readonly Dictionary<(int, int), float[]> _foreign = [];

        public void SeeField(string code, FieldItem? item, FieldEvidence evidence) => _fields[(code, item)] = evidence;

        public void SeeForeign(StatisticalRow row, float[] signals) => _foreign[(row.Table, row.Row)] = signals;

        public IEnumerable<FieldCase> CasesOf(string form, Rendering rendering, ExtractionResult result, ReportScore score)
        {
            bool isDamaged = rendering.Damage is not (DamageKind.None or DamageKind.Mistyped);
            foreach (FieldJudgement judged in score.Fields)
            {
                yield return FieldCase.Of(form, rendering.Format, isDamaged, judged, _fields[(judged.Code, judged.Item)]);
            }

            foreach (RowJudgement judged in score.RowJudgements.Where(r => r.IsForeign))
            {
                ResultRow row = result.Rows[judged.Row];
                yield return new FieldCase(form, CaseKind.Foreign, rendering.Format, isDamaged, ValueKind.Count, _foreign[(row.Table, row.Row)], judged.IsRight)
                {
                    Before = judged.Confidence,
                };
            }
        }
    }
}

/// <summary>What became of the reports on a form that nobody had seen.</summary>
/// <param name="Form">Name of the form.</param>
/// <param name="Word">Scores of its Word files that were not damaged.</param>
/// <param name="Cases">Fields of all its reports, and rows taken for none.</param>
internal sealed record FormOutcome(string Form, ReportScore Word, ImmutableArray<FieldCase> Cases);

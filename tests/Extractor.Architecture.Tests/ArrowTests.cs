using System.Reflection;
using Extractor.Architecture.Tests.Rules;
using Extractor.Campaigns;
using Extractor.Models;
using Extractor.Pdf;
using Extractor.Storage;
using Extractor.Workers;

namespace Extractor.Architecture.Tests;

public sealed class ArrowTests
{
    private static readonly Assembly[] Libraries = [typeof(ExtractionResult).Assembly, typeof(PdfDocument).Assembly, typeof(ExtractionPipeline).Assembly];

    private static readonly Lazy<List<Reference>> References = new(() => [.. Libraries.SelectMany(ReferenceReader.Of)]);

    public static TheoryData<string> Names => [.. Arrows.All.Select(arrow => arrow.Name)];

    public static TheoryData<string> WorkerNames => [.. Arrows.OfWorkers.Select(arrow => arrow.Name)];

    public static TheoryData<string> CampaignNames => [.. Arrows.OfCampaigns.Select(arrow => arrow.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_reference_points_the_wrong_way(string name)
    {
        Arrow arrow = Arrows.All.Single(a => a.Name == name);

        string[] broken = [.. arrow.BrokenBy(References.Value).Select(reference => reference.ToString()).Order(StringComparer.Ordinal)];

        Assert.True(broken.Length == 0, $"{name}:\n{string.Join('\n', broken)}");
    }

    [Fact]
    public void The_reader_sees_signatures_and_bodies_of_the_libraries()
    {
        Assert.Contains(References.Value, r => r.From == "Extractor.ExtractionPipeline" && r.To == "Extractor.Models.ExtractionResult");
        Assert.True(References.Value.Count > 1000, $"only {References.Value.Count} references were found");
    }

    [Theory]
    [MemberData(nameof(WorkerNames))]
    public void No_reference_of_the_workers_points_the_wrong_way(string name)
    {
        Arrow arrow = Arrows.OfWorkers.Single(a => a.Name == name);

        Assert.Empty(arrow.BrokenBy(ReferenceReader.Of(typeof(WorkerPool).Assembly)).Select(reference => reference.ToString()));
    }

    [Theory]
    [MemberData(nameof(CampaignNames))]
    public void No_reference_of_campaigns_points_the_wrong_way(string name)
    {
        Arrow arrow = Arrows.OfCampaigns.Single(a => a.Name == name);
        Assembly[] assemblies = [typeof(CampaignEngine).Assembly, typeof(CampaignStore).Assembly];

        Assert.Empty(arrow.BrokenBy([.. assemblies.SelectMany(ReferenceReader.Of)]).Select(reference => reference.ToString()));
    }

    [Fact]
    public void No_library_references_a_host_assembly()
    {
        string[] referenced = [.. Libraries.SelectMany(library => library.GetReferencedAssemblies()).Select(name => name.Name!)];

        Assert.DoesNotContain(referenced, name => name is "Extractor.Api" or "Extractor.Cli" or "Extractor.Workers" || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }
}

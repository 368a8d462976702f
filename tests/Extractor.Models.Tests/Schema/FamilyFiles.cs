using System.Text;

namespace Extractor.Models.Tests.Schema;

/// <summary>A family in memory whose files a test can replace one at a time.</summary>
internal sealed class FamilyFiles
{
    private readonly Dictionary<string, string?> _files = new(StringComparer.Ordinal)
    {
        ["family.json"] = """{ "family": "sample", "version": 3, "title": { "vi": "Báo cáo mẫu", "en": "Sample report" } }""",
        ["indicators.csv"] = """
            code,parent,kind,unit,options,name_vi,name_en
            a,,heading,,,Mục A,Section A
            a.count,a,count,thing,,"Số, có dấu phẩy",Count
            a.flag,a,boolean,code,0=Không;1=Có,Đã làm,Done
            """,
        ["aliases.csv"] = "code,alias\na.count,Tổng số\na.count,Số lượng\n",
        ["units.csv"] = "unit,printed\nthing,Cái\nthing,Chiếc\n",
    };

    public FamilyFiles With(string file, string? content)
    {
        _files[file] = content;
        return this;
    }

    public FamilyFiles Replace(string file, string old, string replacement)
    {
        Assert.Contains(old, _files[file], StringComparison.Ordinal);
        return With(file, _files[file]!.Replace(old, replacement, StringComparison.Ordinal));
    }

    public IndicatorSchema Read() =>
        SchemaReader.Read(file => _files.GetValueOrDefault(file) is { } content ? new MemoryStream(Encoding.UTF8.GetBytes(content)) : null);
}

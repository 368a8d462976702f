using Extractor.Training.Forms;

namespace Extractor.Training.Tests.Forms;

public class FormReaderTests
{
    private const string Head = "table,stt,group,label,unit,value,note,code\n";

    [Fact]
    public void Codes_that_are_as_right_stand_beside_each_other_and_an_empty_one_means_foreign()
    {
        LabelledForm form = FormReader.ReadList("form", Head + "T,1,,A,%,1,,x.y\nT,2,,B,%,2,,x.y|x.z\nT,3,,C,%,3,,\nT,4,,D,%,4,,x.y|\n")!;

        Assert.Equal([["x.y"], ["x.y", "x.z"], [null], ["x.y", null]], form.Codes.Select(codes => codes.ToArray()));
    }

    [Fact]
    public void Each_title_begins_a_table()
    {
        LabelledForm form = FormReader.ReadList("form", Head + "T,1,,A,%,1,,x\nT,2,,B,%,2,,y\nU,1,,C,%,3,,z\n")!;

        Assert.Equal([("T", 2), ("U", 1)], form.Tables.Select(table => (table.Caption, table.Rows.Length)));
    }

    [Fact]
    public void A_list_of_something_else_is_no_form() => Assert.Null(FormReader.ReadList("other", "name,size\na,1\n"));
}

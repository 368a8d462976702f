using Extractor.Mapping.Heuristic;
using Extractor.Tables;

namespace Extractor.Tests.Mapping.Heuristic;

public class CentralCityTests
{
    [Theory]
    [InlineData("Số văn bản của Thành phố|Số sở, ban, ngành được kiểm tra|Quận, huyện", true)]
    [InlineData("Số văn bản của Thành phố|Số sở, ban, ngành được kiểm tra|Huyện, thị xã", false)]
    [InlineData("Nhiệm vụ UBND thành phố giao|Nhiệm vụ tỉnh giao|Các sở|Quận", false)]
    [InlineData("Nhiệm vụ UBND thành phố giao quận|Sở Nội vụ kiểm tra|Quận", false)]
    public void A_form_of_a_centrally_run_city_counts_departments_and_urban_districts_and_names_no_province(string labels, bool isCity) =>
        Assert.Equal(isCity, CentralCity.IsReporting([new StatisticalTable(0, "", [.. labels.Split('|').Select((label, i) => OutlineRows.Row(i, "", "", label))])]));

    [Theory]
    [InlineData("UBND Thành phố ban hành", "UBND tỉnh ban hành")]
    [InlineData("Thành phố", "tỉnh")]
    [InlineData("Cấp thành phố; Cổng của thành phố", "Cấp tỉnh; Cổng của tỉnh")]
    [InlineData("Số quận, huyện, thị xã, thành phố", "Số quận, huyện, thị xã, thành phố")]
    [InlineData("Số phường", "Số phường")]
    public void The_city_is_read_as_a_province(string text, string read) => Assert.Equal(read, CentralCity.AsProvince(text));
}

using System.Net;
using Extractor.Api.Webhooks;
using Microsoft.Extensions.Options;

namespace Extractor.Api.Tests.Webhooks;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("203.162.4.190")]
    [InlineData("100.63.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("2001:4860:4860::8888")]
    [InlineData("::ffff:1.1.1.1")]
    [InlineData("64:ff9b::101:101")]
    public void An_address_of_the_public_internet_is_allowed(string address) => Assert.True(PublicAddress.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("10.255.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.8")]
    [InlineData("192.0.2.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.250")]
    [InlineData("240.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b:1::a00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2002:a00:1::1")]
    [InlineData("2001:0:4136:e378:8000:63bf:3fff:fdd2")]
    [InlineData("2001:db8::1")]
    [InlineData("3fff::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456:789a::1")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("5f00::1")]
    [InlineData("100::1")]
    public void An_address_of_a_special_network_is_refused(string address) => Assert.False(PublicAddress.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://example.com/hook", true)]
    [InlineData("https://1.1.1.1:8443/hook?a=b", true)]
    [InlineData("http://example.com/hook", false)]
    [InlineData("ftp://example.com/", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("https://user:secret@example.com/", false)]
    [InlineData("https://example.com/#part", false)]
    [InlineData("https://", false)]
    [InlineData("/hook", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("https://127.1/", false)]
    [InlineData("https://2130706433/", false)]
    [InlineData("https://0x7f.0.0.1/", false)]
    [InlineData("https://0177.0.0.1/", false)]
    [InlineData("https://[::1]/", false)]
    [InlineData("https://[::ffff:127.0.0.1]/", false)]
    [InlineData("https://[::ffff:7f00:1]/", false)]
    [InlineData("https://[fe80::1%25eth0]/", false)]
    [InlineData("https://169.254.169.254/latest/meta-data/", false)]
    [InlineData("https://example.com/\r\nHost: other", false)]
    public void An_address_is_judged_by_what_it_stands_for(string? address, bool expected) =>
        Assert.Equal(expected, new ReceiverPolicy(Options.Create(new WebhookOptions())).Read(address) is not null);

    [Fact]
    public void An_operator_can_allow_a_network_and_nothing_around_it()
    {
        var options = new WebhookOptions { AllowHttp = true };
        options.AllowedNetworks.Add("10.1.0.0/16");
        options.AllowedNetworks.Add("fd00:1::/32");
        var policy = new ReceiverPolicy(Options.Create(options));

        Assert.NotNull(policy.Read("http://10.1.2.3/"));
        Assert.NotNull(policy.Read("https://[fd00:1::5]/"));
        Assert.NotNull(policy.Read("https://[::ffff:10.1.2.3]/"));
        Assert.Null(policy.Read("http://10.2.0.1/"));
        Assert.Null(policy.Read("https://[fd00:2::5]/"));
    }
}

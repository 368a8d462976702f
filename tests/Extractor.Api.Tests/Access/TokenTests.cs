using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Extractor.Api.Access;
using Extractor.Api.Tests.Jobs;
using Extractor.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Extractor.Api.Tests.Access;

/// <summary>Bearer tokens of a real issuer on this machine.</summary>
public sealed class TokenTests : IAsyncLifetime
{
    private Issuer _issuer = null!;

    /// <summary>Tokens that are good but for one thing.</summary>
    public static TheoryData<string> Bad =>
    [
        "expired", "not yet valid", "without an end", "wrong audience", "without audience", "wrong issuer", "wrong key", "unknown key", "alg none",
        "public key as password", "tampered", "without subject", "subject with a line feed", "token for logging out", "three dots", "only dots", "huge",
    ];

    public async Task InitializeAsync() => _issuer = await Issuer.StartAsync();

    public async Task DisposeAsync() => await _issuer.DisposeAsync();

    [Theory]
    [InlineData("extractor.read", 404, 403, 403)]
    [InlineData("extractor.submit", 403, 202, 403)]
    [InlineData("extractor.read extractor.submit", 404, 202, 403)]
    [InlineData("extractor.admin", 404, 202, 200)]
    [InlineData("profile", 403, 403, 403)]
    [InlineData("admin", 403, 403, 403)]
    public async Task A_token_opens_what_its_scopes_say(string scope, int read, int submit, int admin)
    {
        await using ApiFactory api = Api();
        HttpClient client = api.CreateClient();
        string token = _issuer.Token(scope);

        Assert.Equal(read, (int)(await SendAsync(client, token, "/v1/results/1")).StatusCode);
        Assert.Equal(submit, (int)(await SendAsync(client, token, "/v1/jobs", JobRequests.Files("a"))).StatusCode);
        Assert.Equal(admin, (int)(await SendAsync(client, token, "/v1/keys")).StatusCode);
    }

    [Theory, MemberData(nameof(Bad))]
    public async Task A_token_with_one_fault_opens_nothing(string fault)
    {
        await using ApiFactory api = Api();
        HttpClient client = api.CreateClient();
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(client, _issuer.Token("extractor.admin"), "/v1/keys")).StatusCode);

        HttpResponseMessage response = await SendAsync(client, Spoil(fault), "/v1/keys");

        await response.ProblemAsync(401, "unauthorized");
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task Keys_go_on_beside_tokens_and_nobody_comes_in_without_either()
    {
        await using ApiFactory api = Api();
        HttpClient client = api.CreateClient();
        await (await client.GetAsync("/v1/keys")).ProblemAsync(401, "unauthorized");
        (_, string key) = await api.Services.GetRequiredService<ApiKeyStore>().CreateAsync("a", KeyScopes.Admin, null, null, default);

        Assert.Equal(HttpStatusCode.OK, (await SendAsync(client, key, "/v1/keys")).StatusCode);
        JsonNode access = await (await SendAsync(client, _issuer.Token(), "/v1/access")).JsonAsync();
        Assert.Equal(("keys", "read"), ((string?)access["mode"], (string?)access["scopes"]![0]));
    }

    [Fact]
    public async Task The_history_names_the_subject_of_the_token()
    {
        await using ApiFactory api = Api();
        HttpClient client = api.CreateClient();
        string token = _issuer.Token("extractor.admin");
        HttpResponseMessage job = await SendAsync(client, token, "/v1/jobs", JobRequests.Files("a"));

        IReadOnlyList<HistoryEntry> history = await api.Services.GetRequiredService<HistoryStore>().OfAsync($"job:{(await job.JsonAsync())["id"]}", default);

        Assert.Equal("oidc:user-1", Assert.Single(history, entry => entry.Kind == "job.created").Actor);
    }

    [Fact]
    public async Task A_new_key_of_the_issuer_is_fetched()
    {
        await using ApiFactory api = Api();
        HttpClient client = api.CreateClient();
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(client, _issuer.Token(), "/v1/results/1")).StatusCode);
        string old = _issuer.Token();

        _issuer.Rotate();

        // The first token under the new key makes the service ask; the next one finds the answer.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await SendAsync(client, _issuer.Token(), "/v1/results/1")).StatusCode != HttpStatusCode.NotFound)
        {
            await Task.Delay(50, limit.Token);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(client, old, "/v1/results/1")).StatusCode);
    }

    [Fact]
    public async Task An_issuer_that_cannot_be_reached_is_named_and_keys_still_open()
    {
        string token = _issuer.Token();
        await using ApiFactory api = Api();
        await _issuer.DisposeAsync();
        HttpClient client = api.CreateClient();
        (_, string key) = await api.Services.GetRequiredService<ApiKeyStore>().CreateAsync("a", KeyScopes.Read, null, null, default);

        HttpResponseMessage response = await SendAsync(client, token, "/v1/results/1");

        await response.ProblemAsync(503, "issuer-unavailable");
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(client, key, "/v1/results/1")).StatusCode);
    }

    [Fact]
    public async Task Keys_from_a_file_need_no_network()
    {
        string file = Path.Combine(DataFolder.Create(), "keys.json");
        await File.WriteAllTextAsync(file, _issuer.KeysJson());
        string good = _issuer.Token("extractor.read", token => token.Issuer = "https://issuer.example");
        string other = _issuer.Token();
        await _issuer.DisposeAsync();
        await using var api = new ApiFactory(("Oidc:JwksFile", file), ("Oidc:Issuer", "https://issuer.example"), ("Oidc:Audience", Issuer.Audience));
        HttpClient client = api.CreateClient();

        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(client, good, "/v1/results/1")).StatusCode);
        await (await SendAsync(client, other, "/v1/results/1")).ProblemAsync(401, "unauthorized");
    }

    [Theory]
    [InlineData("realm_access/roles", """{"realm_access":{"roles":["bao-cao-doc","x"]}}""", KeyScopes.Read)]
    [InlineData("realm_access/roles", """{"realm_access":{"roles":"bao-cao-doc"}}""", KeyScopes.Read)]
    [InlineData("realm_access/roles", """{"realm_access":"bao-cao-doc"}""", KeyScopes.None)]
    [InlineData("realm_access/roles", """{"realm_access":["roles"],"roles":["bao-cao-doc"]}""", KeyScopes.None)]
    [InlineData("groups", """{"groups":["Cán bộ rà soát","bao-cao-doc"]}""", KeyScopes.Read | KeyScopes.Review)]
    [InlineData("groups", """{"scope":"bao-cao-doc extractor.admin"}""", KeyScopes.None)]
    [InlineData("groups", """{"groups":"bao-cao-doc-x"}""", KeyScopes.None)]
    public void Scopes_are_found_where_the_operator_says(string claim, string claims, KeyScopes expected)
    {
        var options = new OidcOptions();
        options.Claims.Add(claim);
        options.Scopes.Add(new OidcScope { Value = "bao-cao-doc", Scope = "read" });
        options.Scopes.Add(new OidcScope { Value = "Cán bộ rà soát", Scope = "review" });
        string payload = Base64UrlEncoder.Encode(claims);
        var token = new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken($"{Base64UrlEncoder.Encode("""{"alg":"none"}""")}.{payload}.");

        Assert.Equal(expected, new TokenScopes(Options.Create(options)).Of(token.Claims));
    }

    private ApiFactory Api() => new(
        ("Oidc:Authority", _issuer.Address), ("Oidc:AllowHttp", "true"), ("Oidc:Audience", Issuer.Audience));

    private string Spoil(string fault)
    {
        const string Admin = "extractor.admin";
        string good = _issuer.Token(Admin);
        return fault switch
        {
            "expired" => _issuer.Token(Admin, token => token.Expires = DateTime.UtcNow.AddMinutes(-1)),
            "not yet valid" => _issuer.Token(Admin, token => token.NotBefore = DateTime.UtcNow.AddMinutes(2)),
            "without an end" => _issuer.Token(Admin, token => token.Expires = null),
            "wrong audience" => _issuer.Token(Admin, token => token.Audience = "another-service"),
            "without audience" => _issuer.Token(Admin, token => token.Audience = null),
            "wrong issuer" => _issuer.Token(Admin, token => token.Issuer = "https://evil.example"),
            "wrong key" => _issuer.Token(Admin, token => token.SigningCredentials = new(Issuer.NewKey(_issuer.Key.KeyId), SecurityAlgorithms.RsaSha256)),
            "unknown key" => _issuer.Token(Admin, token => token.SigningCredentials = new(Issuer.NewKey("other"), SecurityAlgorithms.RsaSha256)),
            "alg none" => Unsigned(good),
            "public key as password" => SignedWithPublicKey(good),
            "tampered" => Tampered(_issuer.Token("extractor.read")),
            "without subject" => _issuer.Token(Admin, token => token.Subject = new ClaimsIdentity([new Claim("scope", Admin)])),
            "subject with a line feed" => _issuer.Token(Admin, token => token.Subject = new ClaimsIdentity([new Claim("scope", Admin), new Claim("sub", "a\nb")])),
            "token for logging out" => _issuer.Token(Admin, token => token.TokenType = "logout+jwt"),
            "three dots" => good + ".",
            "only dots" => "..",
            _ => good + new string('A', 20_000),
        };
    }

    private static string Unsigned(string token) => $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"at+jwt"}""")}.{token.Split('.')[1]}.";

    // The public key is known to everybody: whoever takes it for the password of an HMAC lets everybody in.
    private string SignedWithPublicKey(string token)
    {
        string head = $"{Base64UrlEncoder.Encode($$"""{"alg":"HS256","typ":"at+jwt","kid":"{{_issuer.Key.KeyId}}"}""")}.{token.Split('.')[1]}";
        byte[] password = Encoding.UTF8.GetBytes(_issuer.Key.Rsa.ExportSubjectPublicKeyInfoPem());
        return $"{head}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(password, Encoding.ASCII.GetBytes(head)))}";
    }

    private static string Tampered(string token)
    {
        string[] parts = token.Split('.');
        string payload = Base64UrlEncoder.Decode(parts[1]).Replace("extractor.read", "extractor.admin", StringComparison.Ordinal);
        return $"{parts[0]}.{Base64UrlEncoder.Encode(payload)}.{parts[2]}";
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string token, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(content is null ? HttpMethod.Get : HttpMethod.Post, path) { Content = content };
        request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        return await client.SendAsync(request);
    }
}

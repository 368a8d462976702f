using Extractor.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Extractor.Storage.Tests;

public abstract partial class StoreContract
{
    private ApiKeyStore Keys => Store.Get<ApiKeyStore>();

    [Fact]
    public async Task A_key_is_found_by_its_text_and_its_secret_is_not_stored()
    {
        (ApiKey key, string text) = await Keys.CreateAsync("a system", KeyScopes.Read | KeyScopes.Submit, null, "k0", default);

        Assert.Equal(key, await Keys.CheckAsync(text, default));
        Assert.Equal(KeyScopes.Read | KeyScopes.Submit, key.Scopes);
        await using StoreContext context = Store.Database.CreateContext();
        ApiKeyRow row = await context.ApiKeys.SingleAsync();
        string secret = text[21..];
        Assert.DoesNotContain(secret, $"{row.Id} {row.Name} {Convert.ToBase64String(row.Hash)} {System.Text.Encoding.UTF8.GetString(row.Hash)}", StringComparison.Ordinal);
        Assert.Equal(("key.created", "k0"), (await Store.History.OfAsync($"key:{key.Id}", default)).Select(entry => (entry.Kind, entry.Actor)).Single());
    }

    [Fact]
    public async Task Any_other_text_is_no_key()
    {
        (ApiKey key, string text) = await Keys.CreateAsync("a", KeyScopes.Read, null, null, default);
        (_, string other) = await Keys.CreateAsync("b", KeyScopes.Admin, null, null, default);

        string[] wrong =
        [
            "", "exk_", $"exk_{key.Id}", $"exk_{key.Id}_", text[..^1], text + "A", text.ToUpperInvariant(), " " + text, $"exk_{key.Id}_{other[21..]}",
            "exk_0000000000000000_" + text[21..], new string('x', 100_000), text.Replace('_', '-'),
        ];
        foreach (string attempt in wrong)
        {
            Assert.Null(await Keys.CheckAsync(attempt, default));
        }
    }

    [Fact]
    public async Task A_key_ends_when_it_expires()
    {
        (_, string text) = await Keys.CreateAsync("a", KeyScopes.Read, Store.Clock.GetUtcNow().AddHours(1), null, default);

        Store.Clock.GoOn(TimeSpan.FromMinutes(59));
        Assert.NotNull(await Keys.CheckAsync(text, default));
        Store.Clock.GoOn(TimeSpan.FromMinutes(1));
        Assert.Null(await Keys.CheckAsync(text, default));
    }

    [Fact]
    public async Task A_revoked_key_ends_at_once_and_stays_in_the_list()
    {
        (ApiKey key, string text) = await Keys.CreateAsync("a", KeyScopes.Read, null, null, default);

        Assert.True(await Keys.RevokeAsync(key.Id, "k0", default));
        Assert.False(await Keys.RevokeAsync(key.Id, "k0", default));

        Assert.Null(await Keys.CheckAsync(text, default));
        Assert.Equal(Store.Clock.GetUtcNow(), Assert.Single(await Keys.ListAsync(default)).RevokedAt);
        Assert.Equal(["key.created", "key.revoked"], (await Store.History.OfAsync($"key:{key.Id}", default)).Select(entry => entry.Kind));
    }

    [Fact]
    public async Task The_first_key_is_made_once_even_when_several_start_together()
    {
        Assert.False(await Keys.AnyAsync(default));

        string?[] made = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => Keys.CreateFirstAsync("first", default))));

        string text = Assert.Single(made, key => key is not null)!;
        Assert.Equal(KeyScopes.Admin, (await Keys.CheckAsync(text, default))!.Scopes);
        Assert.True(await Keys.AnyAsync(default));
    }
}

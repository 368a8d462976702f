using Extractor.Api.Access;
using Extractor.Storage;
using Extractor.Workers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Api.Tests.Access;

public sealed class FirstKeyTests
{
    [Theory]
    [InlineData("http://0.0.0.0:0", 1)]
    [InlineData("http://127.0.0.1:0", 0)]
    public async Task A_service_that_others_can_reach_makes_one_admin_key_at_its_first_start(string address, int expected)
    {
        string data = DataFolder.Create();
        for (int start = 0; start < 2; start++)
        {
            WebApplicationBuilder builder = WebApplication.CreateBuilder();
            builder.Configuration["Urls"] = address;
            builder.Configuration["Extractor:Storage:DataDirectory"] = data;
            builder.Services.AddExtractorApi(builder.Configuration.GetSection("Extractor"));
            builder.Services.AddSingleton<IWorkerPool>(new InProcessPool(new FakeReader()));
            await using WebApplication app = builder.Build();
            await app.StartAsync();

            IReadOnlyList<ApiKey> keys = await app.Services.GetRequiredService<ApiKeyStore>().ListAsync(default);
            Assert.Equal(Enumerable.Repeat(KeyScopes.Admin, expected), keys.Select(key => key.Scopes));
            Assert.Equal(expected == 0, await app.Services.GetRequiredService<AccessMode>().IsOpenAsync(default));
        }
    }
}

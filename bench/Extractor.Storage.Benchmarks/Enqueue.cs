using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;

namespace Extractor.Storage.Benchmarks;

/// <summary>How many rows a second go into the queue: jobs of many documents whose original lies in the store already.</summary>
internal static class Enqueue
{
    private const int PerJob = 20_000;

    public static async Task RunAsync(IServiceProvider services, int count)
    {
        byte[] bytes = [1, 2, 3];
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await services.GetRequiredService<IOriginalStore>().PutAsync(sha256, bytes, default);
        NewDocument[] documents = [.. Enumerable.Range(0, PerJob).Select(i =>
            new NewDocument(string.Create(CultureInfo.InvariantCulture, $"báo cáo {i}.docx"), sha256, bytes.Length))];
        double milliseconds = await Overhead.TimeAsync(async () =>
        {
            for (int done = 0; done < count; done += PerJob)
            {
                await services.GetRequiredService<JobStore>().CreateAsync(new NewJob { Priority = 1 }, documents, default);
            }
        });
        Console.WriteLine($"{count} documents in {milliseconds / 1000:0.0} s: {count / milliseconds * 1000:0} a second");
        Console.WriteLine($"lease with that many waiting: {await Overhead.TimeAsync(() => services.GetRequiredService<DocumentQueue>().LeaseAsync("a", 1, TimeSpan.FromMinutes(1), default)):0.00} ms");
    }
}

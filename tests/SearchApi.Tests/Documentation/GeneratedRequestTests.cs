using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using DcCourseIndex.Catalog.Ledger;
using DcCourseIndex.SearchApi.Tests.Sample;
using DcCourseIndex.SearchApi.Tests.Through;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace DcCourseIndex.SearchApi.Tests.Documentation;

public sealed class GeneratedRequestTests(ITestOutputHelper output)
{
    private const int Size = 10;

    // Enough to meet every parameter on a loaded machine; the variable asks for more.
    private static readonly int Requests = FromEnvironment("DCCOURSEINDEX_GENERATED_REQUESTS", 200);

    [Fact]
    public async Task No_request_that_the_document_allows_or_forbids_breaks_the_service_or_its_promise()
    {
        var seed = FromEnvironment("DCCOURSEINDEX_SEED", Environment.TickCount & 0xffff);
        output.WriteLine($"{Requests} requests, DCCOURSEINDEX_SEED={seed}");
        await using var real = await RealSite.StartAsync(SampleCourses.All);
        var (_, key) = (await real.Site.Services.GetRequiredService<KeyLedger>().AddAsync("generated", [Scope.Curate, Scope.Operate], null, default))!.Value;
        var (_, document) = await real.Site.JsonAsync("/openapi/v1.json");
        var schema = new AnswerSchema(document);
        var met = new SortedDictionary<int, int>();

        foreach (var asked in new GeneratedRequests(document).All.Sample(Requests, new Rnd((ulong)seed), Size))
        {
            using var request = new HttpRequestMessage(new HttpMethod(asked.Method), asked.Address);
            if (asked.Body is not null)
                request.Content = new StringContent(asked.Body, Encoding.UTF8, "application/json");
            if (asked.WithKey)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            using var answer = await real.Site.Client.SendAsync(request);
            var body = await answer.Content.ReadAsStringAsync();
            var (status, type) = ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType);
            met[status] = met.GetValueOrDefault(status) + 1;

            var objection = status >= 500 ? "failed" : schema.Objection(asked.Operation, status, type, body) ?? (status >= 400 ? ProblemForm.Objection(status, type, body) : null);
            Assert.True(objection is null, $"DCCOURSEINDEX_SEED={seed}: {asked.Method} {asked.Address} {asked.Body}: {status}: {objection}\n{body}");
        }

        output.WriteLine(string.Join(", ", met.Select(status => $"{status.Key}: {status.Value}")));
        Assert.True(met.GetValueOrDefault(200) > Requests / 10, "Hardly any request was fit to be answered.");
    }

    private static int FromEnvironment(string name, int usual) => int.Parse(Environment.GetEnvironmentVariable(name) ?? usual.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}

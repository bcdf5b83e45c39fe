using System.Text;
using DcCourseIndex.Portals.Serving;

namespace DcCourseIndex.Portals.Tests;

/// <summary>A client that follows nothing and keeps no cookies, so that tests see what the portal really answers.</summary>
internal sealed class Visitor(Portal portal) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = portal.Address };

    public Task<HttpResponseMessage> AskAsync(string target) => client.GetAsync(target);

    public Task<string> ReadAsync(string target) => client.GetStringAsync(target);

    public async Task<string> PostAsync(string target, string form)
    {
        using var content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await client.PostAsync(target, content);
        return await answer.Content.ReadAsStringAsync();
    }

    public void Dispose() => client.Dispose();
}

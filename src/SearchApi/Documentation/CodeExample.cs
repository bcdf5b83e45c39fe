namespace DcCourseIndex.SearchApi.Documentation;

/// <summary>A request written in one language, to be copied: each is a whole program.</summary>
internal sealed record CodeExample(string Language, string Code)
{
    /// <summary>The request in every language.</summary>
    public static IReadOnlyList<CodeExample> Of(ShownRequest request) =>
    [
        new("curl", Curl(request)),
        new("C#", CSharp(request)),
        new("JavaScript", JavaScript(request)),
        new("Python", Python(request)),
    ];

    private static string Curl(ShownRequest request) => string.Concat(
        "curl --compressed",
        request.Reads || (request.Method == "POST" && request.Body is not null) ? "" : $" -X {request.Method}",
        request.Header is { } header ? $" -H '{header.Name}: {header.Value}'" : "",
        request.Body is { } body ? $" --json '{body.Replace("'", "'\\''", StringComparison.Ordinal)}'" : "",
        $" '{request.Address}'");

    private static string CSharp(ShownRequest request)
    {
        var begin = $"using var client = new HttpClient();\n{(request.Header is { } header ? $"client.DefaultRequestHeaders.Add(\"{header.Name}\", \"{header.Value}\");\n" : "")}";
        if (request.Reads)
        {
            return request.AnswersJson
                ? $"using System.Net.Http.Json;\nusing System.Text.Json;\n\n{begin}var answer = await client.GetFromJsonAsync<JsonElement>(\"{request.Address}\");\nConsole.WriteLine(answer);"
                : $"{begin}Console.WriteLine(await client.GetStringAsync(\"{request.Address}\"));";
        }

        var content = request.Body is { } body ? $"\nrequest.Content = new StringContent(\"\"\"{body}\"\"\", Encoding.UTF8, \"application/json\");" : "";
        return $"using System.Text;\n\n{begin}using var request = new HttpRequestMessage(new HttpMethod(\"{request.Method}\"), \"{request.Address}\");{content}\nusing var answer = await client.SendAsync(request);\nConsole.WriteLine($\"{{(int)answer.StatusCode}} {{await answer.Content.ReadAsStringAsync()}}\");";
    }

    private static string JavaScript(ShownRequest request)
    {
        var headers = Headers(request);
        var options = string.Concat(
            request.Reads ? "" : $"\n  method: '{request.Method}',",
            headers.Length > 0 ? $"\n  headers: {{ {headers} }}," : "",
            request.Body is { } body ? $"\n  body: JSON.stringify({body})," : "");
        return $"const answer = await fetch('{request.Address}'{(options.Length > 0 ? $", {{{options}\n}}" : "")});\nif (!answer.ok) throw new Error((await answer.json()).detail);\nconsole.log(await answer.{(request.AnswersJson ? "json" : "text")}());";
    }

    // The body stays JSON, because Python writes true and null otherwise.
    private static string Python(ShownRequest request)
    {
        var headers = Headers(request);
        var more = string.Concat(
            headers.Length > 0 ? $", headers={{{headers}}}" : "",
            request.Body is { } body ? $", data='''{body}'''.encode()" : "");
        return $"import requests\n\nanswer = requests.{request.Method.ToLowerInvariant()}('{request.Address}'{more}, timeout=30)\nanswer.raise_for_status()\nprint(answer.{(request.AnswersJson ? "json()" : "text")})";
    }

    private static string Headers(ShownRequest request)
    {
        List<string> headers = [];
        if (request.Header is { } header)
            headers.Add($"'{header.Name}': '{header.Value}'");
        if (request.Body is not null)
            headers.Add("'Content-Type': 'application/json'");
        return string.Join(", ", headers);
    }
}

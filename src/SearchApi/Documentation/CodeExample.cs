namespace DcCourseIndex.SearchApi.Documentation;

/// <summary>A request written in one language, to be copied.</summary>
internal sealed record CodeExample(string Language, string Code)
{
    /// <summary>A read in every language; or, with a body of JSON, a question that is posted.</summary>
    public static IReadOnlyList<CodeExample> Of(string address, string? body) => body is null
        ?
        [
            new("curl", $"curl --compressed '{address}'"),
            new("C#", $"using var client = new HttpClient();\nvar answer = await client.GetFromJsonAsync<JsonElement>(\"{address}\");\nConsole.WriteLine(answer);"),
            new("JavaScript", $"const answer = await fetch('{address}');\nif (!answer.ok) throw new Error((await answer.json()).detail);\nconsole.log(await answer.json());"),
            new("Python", $"import requests\n\nanswer = requests.get('{address}', timeout=30)\nanswer.raise_for_status()\nprint(answer.json())"),
        ]
        :
        [
            new("curl", $"curl --json '{body}' '{address}'"),
            new("C#", $"using var client = new HttpClient();\nvar question = JsonNode.Parse(\"\"\"{body}\"\"\");\nusing var answer = await client.PostAsJsonAsync(\"{address}\", question);\nConsole.WriteLine(await answer.Content.ReadAsStringAsync());"),
            new("JavaScript", $"const answer = await fetch('{address}', {{\n  method: 'POST',\n  headers: {{ 'Content-Type': 'application/json' }},\n  body: JSON.stringify({body}),\n}});\nconsole.log(await answer.json());"),
            new("Python", $"import requests\n\nanswer = requests.post('{address}', json={body}, timeout=30)\nprint(answer.json())"),
        ];
}

using System.Text.Json;
using System.Text.Json.Serialization;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Fetching.Recorded;

/// <summary>A folder of recorded answers: <c>index.ndjson</c>, read strictly, and the files that it names, read when asked for.</summary>
public sealed class Recording
{
    /// <summary>The file of requests inside a recording.</summary>
    public const string IndexFile = "index.ndjson";

    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
    };

    private readonly Dictionary<string, RecordedExchange> exchanges = new(StringComparer.Ordinal);
    private readonly List<ConfigProblem> problems = [];

    private Recording(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>Everything wrong with the index, with lines; a recording with problems answers nothing.</summary>
    public IReadOnlyList<ConfigProblem> Problems => problems;

    /// <summary>Different requests in it.</summary>
    public int Count => exchanges.Count;

    /// <summary>Reads the index of a folder; of two lines with the same request the first holds, unless the portal only said «not now» there.</summary>
    public static Recording Load(string folder)
    {
        var recording = new Recording(Path.GetFullPath(folder));
        var index = Path.Combine(recording.Folder, IndexFile);
        if (!File.Exists(index))
        {
            recording.problems.Add(new(index, null, "There is no such file; record the portal with `dccourseindex check SOURCE --record DIR`."));
            return recording;
        }
        var number = 0;
        foreach (var line in File.ReadLines(index))
        {
            number++;
            if (line.Trim().Length > 0 && recording.Read(line) is { } wrong)
            {
                recording.problems.Add(new(index, number, wrong));
            }
        }
        return recording;
    }

    internal IEnumerable<string> Keys => exchanges.Where(exchange => !exchange.Value.IsForNow).Select(exchange => exchange.Key);

    /// <summary>A posted form also finds the same fields recorded in an address: servers such as Moodle's take them either way.</summary>
    internal RecordedExchange? Find(string method, string pathAndQuery, string? body) =>
        Exactly(method, pathAndQuery, body)
        ?? (method == "POST" && body?.Contains('=', StringComparison.Ordinal) == true && body[0] is not ('{' or '[')
            ? Exactly("GET", $"{pathAndQuery}{(pathAndQuery.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{body}", null)
            : null);

    private RecordedExchange? Exactly(string method, string pathAndQuery, string? body) =>
        exchanges.GetValueOrDefault(RequestKey.Of(method, pathAndQuery, body))
        ?? exchanges.GetValueOrDefault(RequestKey.Of(method, SafeAddress.Of(pathAndQuery), body is null ? null : SafeAddress.Of(body)));

    internal string PathOf(string file) => Path.GetFullPath(file, Folder);

    private string? Read(string line)
    {
        RecordedExchange? exchange;
        try
        {
            exchange = JsonSerializer.Deserialize<RecordedExchange>(line, Json);
        }
        catch (JsonException e)
        {
            return $"The line is no recorded request ({e.Message}); it has method, url, body, status, headers and file.";
        }
        if (exchange is not { Url: ['/', ..], Method: "GET" or "POST" or "HEAD", Status: >= 200 and <= 599 })
        {
            return "The line needs a method (GET, POST, HEAD), a url that begins with /, and a status from 200 to 599.";
        }
        if (exchange.File is { } file && (!PathOf(file).StartsWith(Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal) || !File.Exists(PathOf(file))))
        {
            return $"«file: {file}» is not in the recording; record it again, or take the line out.";
        }
        var key = RequestKey.Of(exchange.Method, exchange.Url, exchange.Body);
        if (!exchanges.TryGetValue(key, out var known) || known.IsForNow)
        {
            exchanges[key] = exchange;
        }
        return null;
    }
}

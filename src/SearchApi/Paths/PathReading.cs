using System.Text.Json;
using DcCourseIndex.Catalog.Courses;
using DcCourseIndex.Catalog.DigComp;
using DcCourseIndex.Indexer;
using DcCourseIndex.SearchApi.Classify;
using DcCourseIndex.SearchApi.Problems;
using DcCourseIndex.SearchApi.Texts;
using Microsoft.AspNetCore.Http;

namespace DcCourseIndex.SearchApi.Paths;

/// <summary>From a body to a question that can be planned, or to what is wrong with it.</summary>
internal sealed class PathReading(Frameworks frameworks, Digigram digigram)
{
    public const int MostBytes = 16 * 1024;
    private const int MostGaps = 10;

    /// <summary>Reads a JSON body.</summary>
    public static async Task<(PathBody? Body, ApiProblem? Problem)> BodyAsync(HttpRequest request, CancellationToken ct)
    {
        var (json, unread) = await BoundedBody.JsonAsync(request, MostBytes, ct);
        return unread is not null ? (null, unread) : Body(json);
    }

    /// <summary>The body in some JSON, or what is wrong with it.</summary>
    public static (PathBody? Body, ApiProblem? Problem) Body(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<PathBody>(json, ClassifyListing.Strict) is { } body ? (body, null) : (null, ApiProblem.WrongBody("The body says null; send levels or digigram."));
        }
        catch (JsonException wrong)
        {
            return (null, ApiProblem.WrongBody($"At {wrong.Path ?? "$"}, line {wrong.LineNumber + 1}: this is not what is read here. Send {{\"levels\":{{\"1.2\":\"none\"}}}} or {{\"digigram\":{{\"points\":{{\"0\":12}}}}}}; /openapi/v1.json has all members.", wrong.Path));
        }
    }

    /// <summary>The question; null only where a problem is returned.</summary>
    public ApiProblem? Read(PathBody body, out PathQuestion? question)
    {
        question = null;
        if (body.Lang is not (null or "uk" or "en"))
            return Wrong("$.lang", "use uk or en.");
        if (body.Gaps is < 1 or > MostGaps)
            return Wrong("$.gaps", $"use a whole number from 1 to {MostGaps}.");
        if (body.Preferences?.Hours is < 1 or > 1000)
            return Wrong("$.preferences.hours", "use a whole number from 1 to 1000.");
        if (body.Preferences?.Language is { } language && (language.Length > 20 || !language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')))
            return Wrong("$.preferences.language", "use a BCP 47 language tag, for example uk or en.");
        if (frameworks.Find(body.Framework ?? Frameworks.Default) is not { } framework)
            return Wrong("$.framework", $"use one of {string.Join(", ", frameworks.All.Select(known => known.Id))}.");
        if (Result(body, "$", framework, body.Target, out var results) is { } problem)
            return problem;
        IReadOnlyList<Gap> earlier = [];
        if (body.Earlier is { } before && Result(before, "$.earlier", framework, body.Target, out earlier) is { } wrong)
            return wrong;
        if (earlier.Count > 0 && earlier[0].Facet != results[0].Facet)
            return Wrong("$.earlier", "an earlier result can be compared with one of its own kind.");
        var wanted = body.First ?? [];
        if (wanted.FirstOrDefault(code => !results.Any(result => Begins(result, code))) is { } unknown)
            return Wrong("$.first", $"«{(unknown.Length <= 20 ? unknown : "…")}» is no area or competence of this result.");
        question = new(
            [.. results.Select(result => result with { Wanted = wanted.Any(code => Begins(result, code)) })],
            earlier, body.Preferences ?? new(), body.Gaps ?? 5, PageTexts.In(body.Lang));
        return null;
    }

    private ApiProblem? Result(StatedResult stated, string path, Framework framework, Standing? target, out IReadOnlyList<Gap> results)
    {
        results = [];
        if (stated is not ({ Levels.Count: > 0, Digigram: null } or { Levels: null, Digigram: not null }))
            return Wrong(path, "send either «levels» with at least one competence, or «digigram».");
        if (stated.Digigram is { } test)
        {
            if (digigram.Problem(test) is { } problem)
                return Wrong($"{path}.digigram{problem.Member}", problem.Remedy);
            results = digigram.Read(test);
            return null;
        }

        var known = framework.Competences.Select(competence => competence.Code).ToList();
        if (stated.Levels!.Keys.FirstOrDefault(code => !known.Contains(code)) is { } unknown)
            return Wrong($"{path}.levels", $"«{(unknown.Length <= 20 ? unknown : "…")}» is no competence of {framework.Id}: {string.Join(", ", known)}.");
        results = Assessed(stated.Levels, framework, target ?? Standing.Intermediate);
        return null;
    }

    // Whoever has reached the target everywhere aims one band higher.
    private static List<Gap> Assessed(IReadOnlyDictionary<string, Standing> levels, Framework framework, Standing target)
    {
        var lowest = levels.Values.Min();
        if (lowest >= target && lowest < Standing.HighlySpecialised)
            target = lowest + 1;
        return
        [
            .. framework.Competences.Where(competence => levels.ContainsKey(competence.Code)).Select(competence => levels[competence.Code] is var now
                ? new Gap(framework, Facet.Competence, competence.Code, Wire.Name(now), Standings.Next(now), Wire.Name(target), target - now) { Closed = now >= target }
                : null!),
        ];
    }

    private static bool Begins(Gap gap, string code) => gap.Code == code || gap.Framework.Competences.Any(competence => competence.Code == gap.Code && competence.Area == code);

    private static ApiProblem Wrong(string member, string remedy) => ApiProblem.WrongBody($"At {member}: {remedy}", member);
}

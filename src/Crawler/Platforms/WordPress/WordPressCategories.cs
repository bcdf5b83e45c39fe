using System.Globalization;
using DcCourseIndex.Crawler.Sources;

namespace DcCourseIndex.Crawler.Platforms.WordPress;

/// <summary>Finds the categories that a source file names, by name, address part (slug) or number, with those below them.</summary>
internal static class WordPressCategories
{
    private const int LastPage = 1000;

    /// <summary>Empty where none is named: all posts are looked at. Throws where a named one is not there.</summary>
    public static async Task<IReadOnlyList<long>> AllowedAsync(SourceDefinition source, WordPressRest rest, CancellationToken ct)
    {
        if (source.Categories.Count == 0) return [];
        var categories = await AllAsync(rest, ct);
        var allowed = new List<long>();
        foreach (var name in source.Categories)
        {
            var match = categories.Find(one => IsNamed(one, name))
                ?? throw new ListingUnreliableException($"{source.Address}: the site has no category «{name}»; it may be renamed: correct `categories:` in {source.Name}.yml.");
            allowed.Add(match.Id);
        }

        for (var i = 0; i < allowed.Count; i++)
        {
            allowed.AddRange(categories.Where(one => one.Parent == allowed[i] && !allowed.Contains(one.Id)).Select(one => one.Id).ToList());
        }

        return [.. allowed.Distinct()];
    }

    private static async Task<List<WordPressCategory>> AllAsync(WordPressRest rest, CancellationToken ct)
    {
        var categories = new List<WordPressCategory>();
        for (var number = 1; number <= LastPage; number++)
        {
            if (await rest.ListAsync("categories", number, ct) is not var (answer, isLast, _)) break;
            using var json = answer;
            categories.AddRange(WordPressReader.Categories(answer.RootElement));
            if (isLast) break;
        }

        return categories;
    }

    private static bool IsNamed(WordPressCategory category, string name) =>
        Words.Same(category.Name, name) || Words.Same(category.Slug, name) || category.Id.ToString(CultureInfo.InvariantCulture) == name.Trim();
}

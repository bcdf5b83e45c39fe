namespace DcCourseIndex.Crawler.Sources.Recipes;

/// <summary>What <c>recipe:</c> of a source file says: where a portal lists its courses and where on a page each value stands.</summary>
public sealed record SourceRecipe
{
    /// <summary>What is tried, in order: <c>sitemap</c>, <c>json-ld</c>, and <c>html</c> or <c>json</c> for the list.</summary>
    public required IReadOnlyList<string> Order { get; init; }

    public RecipeList? List { get; init; }

    /// <summary>Which addresses are courses; empty: every one that a card names.</summary>
    public IReadOnlyList<string> Links { get; init; } = [];

    public RecipeDetail? Detail { get; init; }

    /// <summary>Values of fields that hold for all courses, where they say nothing else themselves.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Fixed { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public bool UsesSitemap => Order.Contains("sitemap");
    public bool UsesLinkedData => Order.Contains("json-ld");

    /// <summary>What schema.org markup says goes before the recipe's own fields.</summary>
    public bool LinkedDataFirst => Order.SkipWhile(step => step is not ("html" or "json")).All(step => step != "json-ld");

    /// <summary>Each course's own page is asked for.</summary>
    public bool AsksForPages => Detail is not null || UsesSitemap || UsesLinkedData;
}

/// <summary>The pages that list the courses.</summary>
public sealed record RecipeList
{
    public bool IsJson { get; init; }

    /// <summary>Addresses below the portal's root.</summary>
    public required IReadOnlyList<string> At { get; init; }

    /// <summary>Selectors or paths of one course; the first that finds any counts.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>Ways to the address of the next page; empty: there is no such link.</summary>
    public IReadOnlyList<RecipeWay> Next { get; init; } = [];

    public RecipePaging? Page { get; init; }
    public IReadOnlyList<RecipeWay> Total { get; init; } = [];
    public RecipeChanges? Changes { get; init; }
    public RecipeFields Fields { get; init; } = new();
}

/// <summary>Pages by number: a <paramref name="Parameter"/> of the address, or an address with {} for the number.</summary>
public sealed record RecipePaging(string? Parameter, string? At)
{
    public int First { get; init; } = 1;
    public int Step { get; init; } = 1;

    /// <summary>Ways to the next number where the page names it; empty: it is counted.</summary>
    public IReadOnlyList<RecipeWay> Mark { get; init; } = [];

    /// <summary>The ends that are no alarm: <c>missing</c>, <c>empty</c>, <c>repeated</c>.</summary>
    public IReadOnlyList<string> Stop { get; init; } = ["missing", "empty", "repeated"];
}

/// <summary>The parameter by which an interface lists only what changed since a day.</summary>
public sealed record RecipeChanges(string Parameter, string As, int Days);

/// <summary>The course's own page. <paramref name="At"/> null: the course's address.</summary>
public sealed record RecipeDetail(string? At, bool IsJson, RecipeLabels? Labels, RecipeFields Fields);

/// <summary>Selectors of labels with values beside them.</summary>
public sealed record RecipeLabels(string Rows, string? Name, string? Value);

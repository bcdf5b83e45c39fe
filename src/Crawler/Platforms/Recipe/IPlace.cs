using DcCourseIndex.Crawler.Sources.Recipes;

namespace DcCourseIndex.Crawler.Platforms.Recipe;

/// <summary>A part of an answer in which ways are followed: an element of a page or a value of JSON.</summary>
internal interface IPlace
{
    /// <summary>The parts that a selector or path finds inside, in order; of parts in parts only the outer.</summary>
    IReadOnlyList<IPlace> Items(string where);

    /// <summary>What stands at the end of a way, as written and not yet shaped.</summary>
    /// <param name="address">An address is wanted, which stands in other attributes than a text.</param>
    IEnumerable<string> Values(RecipeWay way, bool address);

    /// <summary>An address of the web as a whole, null for anything else.</summary>
    string? Absolute(string text);

    /// <summary>What an operator should know of the answer when nothing is found in it, as the rest of a sentence, and what may be the cause.</summary>
    string Described { get; }
}

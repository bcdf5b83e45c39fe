namespace DcCourseIndex.Crawler.Links;

/// <summary>Recognises pages that answer with 200 and say that there is nothing (soft 404), in Ukrainian, English and Russian. Pure.</summary>
internal static class AbsenceWords
{
    // Longer pages say a great deal, «not found» among it.
    private const int ShortPage = 500;

    /// <summary>Enough in a title or first heading.</summary>
    private static readonly string[] InTitle =
    [
        "404", "не знайдено", "не знайдена", "не знайдений", "не існує", "більше не доступний", "більше недоступний", "більше не доступна", "курс видалено",
        "сторінку видалено", "матеріал видалено", "страница не найдена", "не найдено",
        "not found", "does not exist", "doesn t exist", "no longer available", "no longer exists", "could not be found", "couldn t be found",
        "can t be found", "cannot be found", "can t find", "nothing found", "page missing", "domain for sale", "is for sale", "домен продається",
    ];

    /// <summary>Enough anywhere on a short page.</summary>
    private static readonly string[] InShortPage =
    [
        "помилка 404", "error 404", "404 not found", "сторінку не знайдено", "сторінка не знайдена", "сторінки не знайдено", "сторінки не існує", "сторінка не існує",
        "курс не знайдено", "курсу не існує", "такого курсу немає", "запис не знайдено", "запитувану сторінку", "курс видалено", "курс більше не доступний",
        "неможливо знайти запис даних", "page not found", "page does not exist", "page doesn t exist", "page could not be found", "page cannot be found",
        "page you requested", "page you are looking for", "course not found", "course does not exist", "course is no longer available", "can t find data record",
        "this domain is for sale", "buy this domain", "домен продається", "страница не найдена",
    ];

    /// <summary>The words that say so; null: none do. What the course's own title says does not count.</summary>
    public static string? Find(PageWords words, string title)
    {
        var heads = new[] { words.Title, words.Heading }.Select(head => Without(head, title)).ToList();
        return Array.Find(InTitle, phrase => heads.Exists(head => PageWords.Holds(head, phrase)))
            ?? (words.Text.Length <= ShortPage ? Array.Find(InShortPage, phrase => PageWords.Holds(Without(words.Text, title), phrase)) : null);
    }

    private static string Without(string text, string title) =>
        title.Length == 0 ? text : $" {text} ".Replace($" {title} ", "  ", StringComparison.Ordinal);
}

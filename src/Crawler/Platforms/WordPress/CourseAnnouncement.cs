using System.Text.RegularExpressions;
using DcCourseIndex.Catalog.Language;

namespace DcCourseIndex.Crawler.Platforms.WordPress;

/// <summary>
/// Decides whether a post of a library's or school's blog announces something to learn. The rule, in this order:
/// a title that looks back, explains how to, or means another «курс» (currency, year of study, direction) is none;
/// a title or a category that names a course, webinar, training or the like is one;
/// a text that links a course page and speaks of enrolling in a course is one; everything else is none.
/// </summary>
internal static partial class CourseAnnouncement
{
    /// <param name="post">The post.</param>
    /// <param name="allowed">The source file allows its category, so only titles that look back are left out.</param>
    public static bool Is(WordPressPost post, bool allowed)
    {
        var title = HtmlText.OneLine(post.Title);
        if (LooksBack().IsMatch(title)) return false;
        if (allowed) return true;
        if (HowTo().IsMatch(title) || OtherSense().IsMatch(title)) return false;
        if (Learning().IsMatch(title) || (School().IsMatch(title) && Enrolling().IsMatch(title))) return true;
        if (post.Categories.Any(name => Learning().IsMatch(name) || Qualification().IsMatch(name))) return true;
        var text = HtmlText.ToText(post.Content ?? "");
        return Learning().IsMatch(text) && Enrolling().IsMatch(text) && AnnouncedLink.LeadsToCourse(post);
    }

    /// <summary>Pages stand for years and name learning for many reasons, so only their title counts, and one that names no course in particular («Наші курси») only where it lists some.</summary>
    public static bool IsOnPage(WordPressPost page)
    {
        var title = HtmlText.OneLine(page.Title);
        if (LooksBack().IsMatch(title) || HowTo().IsMatch(title) || OtherSense().IsMatch(title) || !Learning().IsMatch(title)) return false;
        return !BareKind().IsMatch(title) || AnnouncedCourses.Find(page).Count > 0;
    }

    // «Наші онлайн-курси», «Курси та тренінги для бібліотекарів», «Про курси».
    [GeneratedRegex(@"^\P{L}*(?:про|наші|усі|всі|безкоштовні|корисні|our|all)?\s*\p{L}*-?(?:курси|вебінари|тренінги|воркшопи|courses|webinars|trainings|workshops)\b(?!.*[«""“])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BareKind();

    [GeneratedRegex(@"\b(?:підсумк\p{L}*|відбу(?:вся|лася|лося|лися)|пройш\p{L}+|провели|завершили(?:ся|сь)|вітаємо|випускни\p{L}+|(?:фото)?звіт\p{L}*|фоторепортаж\p{L}*|перемож\p{L}+|перемог\p{L}+|результат\p{L}*|recap|results|graduat\p{L}+)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LooksBack();

    [GeneratedRegex(@"^\P{L}*(?:як|інструкція|поради|how to)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HowTo();

    // Rates of exchange; «Курс на Європу» (but not «Курс на тему…», «Курс на платформі…»); «студент 2 курсу», «ІІ курс», «другого курсу».
    [GeneratedRegex(@"\bкурс\p{L}*\s+(?:обмін\p{L}*\s+)?(?:валют\p{L}*|гривн\p{L}*|долар\p{L}*|євро|злот\p{L}*|нбу)\b|^\P{L}*курс на (?!тему|платформ|[«""“])|(?<![\p{L}\d])(?:[IVXІХ]{1,3}|[1-6]|перш|друг|трет|четверт|п.ят|шост)(?:-?(?:ий|ій|й|ого|го|ього|ому|му|ьому))?\s+курс(?:у|і)?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherSense();

    [GeneratedRegex(@"\b(?:(?:онлайн|інтенсив|міні|відео)?курс(?:и|у|ів|ом|і|ам|ами|ах)?|вебінар\p{L}*|тренінг\p{L}*|воркшоп\p{L}*|онлайн-школ\p{L}+|освітн\p{L}+\s+серіал\p{L}*|mooc|courses?|webinars?|trainings?|workshops?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Learning();

    [GeneratedRegex(@"\bшкола\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex School();

    [GeneratedRegex(@"\bпідвищення кваліфікації\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Qualification();

    [GeneratedRegex(@"\b(?:набір|реєстрац\p{L}+|реєструйтес\p{L}|зареєструватися|записат\p{L}+|запис|запрошу\p{L}+|долучайтес\p{L}|безкоштовн\p{L}+|enrol\p{L}*|register|registration)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Enrolling();
}

namespace DcCourseIndex.Crawler.Platforms.WordPress;

/// <summary>Finds the outside address that a post announces, where it is clearly one: a single course page, or else a single outside link.</summary>
internal static class AnnouncedLink
{
    /// <summary>Null where there is none or several could be meant.</summary>
    public static Uri? Find(WordPressPost post)
    {
        using var document = PageMarkup.Parse(post.Content ?? "", post.Link);
        var outside = OutsideLinks.Of(document, post.Link).DistinctBy(found => found.Key).ToList();
        var courses = outside.Where(found => found.IsCoursePage).ToList();
        return (courses.Count > 0 ? courses : outside) is [var only] ? only.Link : null;
    }

    /// <summary>Whether the text leads to the page of a course at all.</summary>
    public static bool LeadsToCourse(WordPressPost post)
    {
        using var document = PageMarkup.Parse(post.Content ?? "", post.Link);
        return OutsideLinks.Of(document, post.Link).Any(found => found.IsCoursePage);
    }
}

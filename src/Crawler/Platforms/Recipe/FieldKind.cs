namespace DcCourseIndex.Crawler.Platforms.Recipe;

/// <summary>What the value of a field is.</summary>
internal enum FieldKind
{
    /// <summary>A code, a word or a number, taken as it stands.</summary>
    Plain,

    /// <summary>A name or text that is read as HTML later on.</summary>
    Text,

    /// <summary>An absolute address.</summary>
    Address,

    /// <summary>Several codes or words.</summary>
    Several,

    /// <summary>Several names that are read as HTML later on.</summary>
    SeveralNames,
}

/// <summary>The kinds of the fields that a recipe reads.</summary>
internal static class FieldKinds
{
    public static FieldKind Of(string field) => field switch
    {
        "url" or "image" => FieldKind.Address,
        "title" or "summary" or "description" or "provider" or "publisher" or "tutorNote" => FieldKind.Text,
        "authors" or "keywords" or "subjects" => FieldKind.SeveralNames,
        "subtitles" => FieldKind.Several,
        _ => FieldKind.Plain,
    };
}

namespace DcCourseIndex.Crawler.Duplicates.Judging;

/// <summary>What can be known of two listings, each a number from 0 to 1.</summary>
internal enum Clue
{
    /// <summary>Telling words that both titles have, of four.</summary>
    TitleWords,
    /// <summary>One title has all words of the other, and they are more than one.</summary>
    TitleWithin,
    /// <summary>Small words of equal titles, of two.</summary>
    SmallWords,
    /// <summary>Words of a title that the other listing knows neither from its title nor from its text, of three.</summary>
    StrangeWords,
    /// <summary>Such words in each of the two titles, of two.</summary>
    StrangeBothWays,
    /// <summary>One quotes the other's title.</summary>
    Quoted,
    /// <summary>How much of the shorter text the other has, as far as it is long enough to tell.</summary>
    Text,
    /// <summary>The same, counted from the half.</summary>
    NearlySameText,
    /// <summary>A teacher whom both name by more than one word.</summary>
    Teacher,
    /// <summary>The same institution or portal.</summary>
    Maker,
    /// <summary>Such a teacher, and the titles say the same.</summary>
    TeacherOfSameTitle,
    /// <summary>The same institution or portal, and the titles say the same.</summary>
    MakerOfSameTitle,
    /// <summary>Other institutions.</summary>
    OtherMaker,
    /// <summary>Whom it is for, where one title alone says so.</summary>
    AudienceOfOne,
}

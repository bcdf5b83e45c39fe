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
    /// <summary>One title has all words of the other and such words beside them, of two.</summary>
    StrangeBeside,
    /// <summary>One quotes the other's title.</summary>
    Quoted,
    /// <summary>How much of the shorter text the other has, as far as it is long enough to tell.</summary>
    Text,
    /// <summary>The same, counted from the half.</summary>
    NearlySameText,
    /// <summary>How much of the text, where the titles say the same.</summary>
    TextOfSameTitle,
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
    /// <summary>One names the portal on which the other stands.</summary>
    PortalNamed,
    /// <summary>One names a telling word of the other's institution.</summary>
    MakerNamed,
    /// <summary>One names a teacher of the other by the surname alone.</summary>
    Surname,
    /// <summary>Names in the listing that says less which the other knows, of three.</summary>
    NamesKnown,
    /// <summary>Such names which the other does not know, of three.</summary>
    NamesStrange,
    /// <summary>How much of one title the other listing tells, in either language.</summary>
    TitleTold,
    /// <summary>How much of the listing that says less the other tells, in either language.</summary>
    Subject,
    /// <summary>Weeks, hours, lessons that both count alike, of two.</summary>
    SameFacts,
    /// <summary>Weeks or hours that they count otherwise.</summary>
    OtherFacts,
    /// <summary>Both state the code of one course.</summary>
    Code,
    /// <summary>They are in two languages.</summary>
    TwoLanguages,
    /// <summary>The portal is named and the title told.</summary>
    PortalAndTitle,
    /// <summary>A teacher or the institution is named and the title told.</summary>
    PeopleAndTitle,
    /// <summary>The portal is named, and a teacher or the institution too.</summary>
    PortalAndPeople,
    /// <summary>A teacher is named, and much of the rest is told.</summary>
    PeopleAndSubject,
}

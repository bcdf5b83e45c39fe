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
    /// <summary>One quotes the other's title.</summary>
    Quoted,
    /// <summary>How much of the shorter text the other has, as far as it is long enough to tell.</summary>
    Text,
    /// <summary>The same, counted from the half.</summary>
    NearlySameText,
    /// <summary>The same institution or portal.</summary>
    Maker,
    /// <summary>A teacher whom both name by more than one word, and the titles say the same.</summary>
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
    /// <summary>Rarer words of one title that stand in the other's text one behind the other, of three.</summary>
    TitleInOrder,
    /// <summary>How much of the listing that says less the other tells, in either language.</summary>
    Subject,
    /// <summary>Rare words in the listing that says less which the other has, of six.</summary>
    RareWords,
    /// <summary>Telling words of the listing that says less which the other does not have, of ten.</summary>
    Untold,
    /// <summary>Weeks, hours, lessons that both count alike, of two.</summary>
    SameFacts,
    /// <summary>Weeks or hours that they count otherwise.</summary>
    OtherFacts,
    /// <summary>Lessons, lectures, parts that they count otherwise under the same name.</summary>
    OtherLessons,
    /// <summary>Both titles state a number, and the same.</summary>
    SameNumbers,
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

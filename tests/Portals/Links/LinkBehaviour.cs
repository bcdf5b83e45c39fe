namespace DcCourseIndex.Portals.Links;

/// <summary>How a course page of the link site answers. The first ones live, whatever they answer a robot; from <see cref="NotFound"/> on they are gone for people too.</summary>
public enum LinkBehaviour
{
    Well,
    WellUnderAnotherTitle,
    SlashRedirect,
    CaseRedirect,
    LanguageRedirect,
    MovedForGood,
    MovedForNow,
    AbsentNowAndThen,
    BusyNowAndThen,
    BrokenNowAndThen,
    SlowNowAndThen,
    ForbiddenToRobots,
    Wall403,
    Wall503,
    Wall200,
    AlwaysBusy,
    HeadForbidden,
    Shell,
    LoginRedirect,
    Circle,
    CookieRedirect,
    HangsUp,
    ClosedByRobotsTxt,
    WrongCertificate,

    /// <summary>404 to robots alone: nobody can tell it from a gone page without being a person.</summary>
    AbsentToRobots,
    NotFound,
    Gone,
    SoftInUkrainian,
    SoftInEnglish,
    SoftWithoutWords,

    /// <summary>A 200 with other words each time and none that says what is wrong: nobody can tell it from a living page.</summary>
    SoftWithNewWords,
    ToFrontPage,
    ToSearch,
    HostRefuses,
}

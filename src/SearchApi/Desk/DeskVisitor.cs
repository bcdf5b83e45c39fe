using DcCourseIndex.Catalog.Ledger;

namespace DcCourseIndex.SearchApi.Desk;

/// <summary>Whoever is signed in at the desk: the holder of a key, and the secret of the session.</summary>
internal sealed record DeskVisitor(ApiKey Key, string Secret);

/// <summary>What came of signing in. <paramref name="Wait"/> is the time after which it may be tried again, where it was tried too often.</summary>
internal sealed record SigningIn(bool Done, TimeSpan? Wait = null);

using DcCourseIndex.Host.Verbs;

return await CommandLine.RunAsync(args);

"""Harvests the invented site by its sitemap and takes the fields that tests/Benchmarks compares."""
import json
import resource
import time

from scrapy.spiders import SitemapSpider


class CourseSpider(SitemapSpider):
    name = "courses"

    def __init__(self, root, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.sitemap_urls = [root + "/sitemap.xml"]
        self.found = 0
        self.began = time.monotonic()

    def parse(self, response):
        for block in response.css('script[type="application/ld+json"]::text').getall():
            course = json.loads(block)
            if course.get("@type") != "Course":
                continue
            instance = course.get("hasCourseInstance", {})
            self.found += 1
            yield {
                "id": response.url.split("/", 3)[3],
                "title": course["name"],
                "summary": response.css('meta[property="og:description"]::attr(content)').get(),
                "description": course.get("description"),
                "provider": course.get("provider", {}).get("name"),
                "language": course.get("inLanguage"),
                "price": "free" if course.get("isAccessibleForFree") else "paid",
                "workload": instance.get("courseWorkload"),
                "start": instance.get("startDate"),
            }

    def closed(self, reason):
        usage = resource.getrusage(resource.RUSAGE_SELF)
        print(json.dumps({
            "what": "scrapy",
            "pages": self.found,
            "seconds": time.monotonic() - self.began,
            "peakBytes": usage.ru_maxrss * 1024,
            "processorSeconds": usage.ru_utime + usage.ru_stime,
        }))

// SPDX-License-Identifier: Apache-2.0
#include "service/PageRecogniser.h"

#include "domain/recognition/HocrReader.h"
#include "domain/recognition/PictureList.h"

#include "congvu/ids/Id.h"
#include "congvu/process/LimitedProcess.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

namespace congvu::incoming {

namespace {

/// The long side of a drawn page in pixels, whatever the page's size: A4 at 300 dpi, for which tesseract was trained.
constexpr int kLongSidePixels = 3508;
constexpr double kPointsPerInch = 72;
constexpr int kLeastDpi = 70;
constexpr int kMostDpi = 600;

/// A folder that is gone afterwards.
class PictureFolder {
public:
    explicit PictureFolder(const std::filesystem::path& parent) : path_(parent / newId()) { std::filesystem::create_directories(path_); }
    PictureFolder(const PictureFolder&) = delete;
    PictureFolder& operator=(const PictureFolder&) = delete;
    ~PictureFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] std::string path() const { return path_.string(); }
    [[nodiscard]] std::string file(const char* name) const { return (path_ / name).string(); }

private:
    std::filesystem::path path_;
};

process::ProcessLimits drawingLimits() {
    process::ProcessLimits limits;
    limits.cpuTime = std::chrono::seconds{30};
    limits.wallTime = std::chrono::seconds{90};
    limits.addressSpace = std::size_t{1} << 30U;
    limits.writtenFile = std::size_t{48} << 20U;  // 3508 × 3508 pixels of three bytes
    return limits;
}

process::ProcessLimits recognitionLimits() {
    process::ProcessLimits limits;
    limits.cpuTime = std::chrono::seconds{60};
    limits.wallTime = std::chrono::seconds{180};
    limits.addressSpace = std::size_t{1} << 30U;
    limits.output = std::size_t{8} << 20U;
    return limits;
}

/// A program at low priority and with one thread: whoever works in the office goes first.
std::vector<std::string> gently(std::vector<std::string> command) {
    std::vector<std::string> whole{"/usr/bin/nice", "-n", "10", "/usr/bin/env", "OMP_THREAD_LIMIT=1"};
    std::move(command.begin(), command.end(), std::back_inserter(whole));
    return whole;
}

RecognitionProblem problemOf(const process::ProcessResult& result) {
    // nice and env end with 127 when the program is not there
    if (result.end == process::ProcessEnd::notStarted) {
        return RecognitionProblem::unavailable;
    }
    const bool isMissingLanguage = result.errors.find("Failed loading language") != std::string::npos ||
                                   result.errors.find("Error opening data file") != std::string::npos;
    if (isMissingLanguage) {
        return RecognitionProblem::unavailable;
    }
    return result.end == process::ProcessEnd::exited && result.exitCode == 0 ? RecognitionProblem::none : RecognitionProblem::unreadable;
}

/// The number behind "name " in the lines of congvu-scan.
double told(std::string_view lines, std::string_view name) {
    const auto at = lines.find(std::string{name} + ' ');
    double value = 0;
    if (at != std::string_view::npos) {
        const auto rest = lines.substr(at + name.size() + 1);
        std::from_chars(rest.data(), rest.data() + rest.size(), value);
    }
    return value;
}

/// One picture of a page and how it is to be read.
struct Reading {
    std::string picture;
    const char* segmentation;  ///< tesseract's page segmentation mode
    PictureOnPage place;
};

constexpr const char* kWholePage = "3";
constexpr const char* kScatteredText = "11";

/// One page on its way through the programs. The first problem ends it.
class PageWork {
public:
    PageWork(const RecognitionTools& tools, const std::filesystem::path& workshop, Log& log)
        : tools_(tools), folder_(workshop), log_(log) {}

    PageRecognition run(const std::filesystem::path& file, int page, double longSide) {
        result_.page.page = page;
        draw(file, page);
        const auto facts = prepare();
        if (result_.problem == RecognitionProblem::none) {
            place(facts, longSide);
            const PictureOnPage whole{page, result_.page.height, pixelsPerPoint_};
            result_.page.words = read({folder_.file("ink.pgm"), kWholePage, whole});
            const double controlScale = told(facts, "control");
            if (page == 1 && controlScale > 0) {
                const PictureOnPage head{page, result_.page.height, pixelsPerPoint_ * controlScale};
                result_.page.control = read({folder_.file("control.pbm"), kScatteredText, head});
            }
            if (told(facts, "red") > 0) {
                result_.page.stamps = read({folder_.file("red.pgm"), kScatteredText, whole});
            }
        }
        return std::move(result_);
    }

private:
    void draw(const std::filesystem::path& file, int page) {
        const auto number = std::to_string(page);
        note("pdftoppm",
             process::runLimited(gently({tools_.drawer.string(), "-f", number, "-l", number, "-singlefile", "-scale-to",
                                         std::to_string(kLongSidePixels), std::filesystem::absolute(file).string(), folder_.file("page")}),
                                 drawingLimits()));
    }

    std::string prepare() {
        if (result_.problem != RecognitionProblem::none) {
            return {};
        }
        auto prepared = process::runLimited(gently({tools_.preparer.string(), folder_.file("page.ppm"), folder_.path()}), drawingLimits());
        note("congvu-scan", prepared);
        std::error_code ignored;
        std::filesystem::remove(folder_.file("page.ppm"), ignored);
        return std::move(prepared.output);
    }

    void place(std::string_view facts, double longSide) {
        const double width = told(facts, "width");
        const double height = told(facts, "height");
        const double longest = std::max({width, height, 1.0});
        pixelsPerPoint_ = longest / std::max(longSide, 1.0);
        result_.page.width = width / pixelsPerPoint_;
        result_.page.height = height / pixelsPerPoint_;
        result_.page.angle = told(facts, "angle");
    }

    std::vector<PageWord> read(const Reading& reading) {
        if (result_.problem != RecognitionProblem::none) {
            return {};
        }
        const int dpi = std::clamp(static_cast<int>(std::lround(reading.place.pixelsPerPoint * kPointsPerInch)), kLeastDpi, kMostDpi);
        const auto recognised = process::runLimited(gently({tools_.recogniser.string(), reading.picture, "stdout", "-l", "vie", "--psm",
                                                            reading.segmentation, "--dpi", std::to_string(dpi), "hocr"}),
                                                    recognitionLimits());
        note("tesseract", recognised);
        return result_.problem == RecognitionProblem::none ? readHocr(recognised.output, reading.place) : std::vector<PageWord>{};
    }

    void note(const char* program, const process::ProcessResult& ended) {
        result_.problem = problemOf(ended);
        if (result_.problem == RecognitionProblem::unavailable) {
            log_.error("recognition.tool-missing", {{"program", program}});
        } else if (result_.problem == RecognitionProblem::unreadable) {
            const bool isLimit = ended.end == process::ProcessEnd::hitLimit;
            log_.warn("recognition.page-failed",
                      {{"program", program}, {"exit", isLimit ? std::string{"limit"} : std::to_string(ended.exitCode)}});
        }
    }

    const RecognitionTools& tools_;
    PictureFolder folder_;
    Log& log_;
    PageRecognition result_;
    double pixelsPerPoint_ = 1;
};

}  // namespace

RecognitionTools RecognitionTools::installed() {
    RecognitionTools tools;
    tools.preparer = std::filesystem::read_symlink("/proc/self/exe").parent_path() / "congvu-scan";
    return tools;
}

PageRecogniser::PageRecogniser(RecognitionTools tools, const std::filesystem::path& workshop, Log& log)
    : tools_(std::move(tools)), workshop_(std::filesystem::absolute(workshop)), log_(log) {
    std::error_code ignored;
    std::filesystem::remove_all(workshop_, ignored);
}

PageRecognition PageRecogniser::run(const std::filesystem::path& file, int page, double longSide) const {
    return PageWork{tools_, workshop_, log_}.run(file, page, longSide);
}

std::set<int> PageRecogniser::picturePages(const std::filesystem::path& file, double pageWidth, double pageHeight, int most) const {
    const auto listed = process::runLimited(
        {tools_.pictureLister.string(), "-list", "-f", "1", "-l", std::to_string(most), std::filesystem::absolute(file).string()}, {});
    const bool isListed = listed.end == process::ProcessEnd::exited && listed.exitCode == 0;
    return isListed ? coveredPages(listed.output, pageWidth, pageHeight) : std::set<int>{};
}

}  // namespace congvu::incoming

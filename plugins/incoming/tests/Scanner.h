// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "TestPdf.h"

#include "congvu/ids/Id.h"
#include "congvu/process/LimitedProcess.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <numbers>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

namespace congvu::incoming::testing {

/// How badly a page lies on the glass, and how old the glass is.
struct ScanWish {
    double angle = 0;  ///< degrees, clockwise
    int noise = 0;     ///< brightness of a point varies by so much in both directions
    int specks = 0;    ///< dark dots on the page
    bool isGray = false;
    bool isUneven = false;  ///< one side lies in shadow
    unsigned seed = 1;
};

/// A folder that is gone afterwards.
class ScanFolder {
public:
    ScanFolder() : path_(std::filesystem::temp_directory_path() / ("congvu-scan-" + newId())) {
        std::filesystem::create_directories(path_);
    }
    ScanFolder(const ScanFolder&) = delete;
    ScanFolder& operator=(const ScanFolder&) = delete;
    ~ScanFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    [[nodiscard]] std::filesystem::path file(const char* name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

/// A picture of three bytes for each point.
class ScanPicture {
public:
    ScanPicture(int width, int height) : width_(width), height_(height), bytes_(static_cast<std::size_t>(width) * height * 3, '\xFF') {}

    /// The first page of a PDF at 200 dpi, as Decree 30/2020, Art. 25, wants scans.
    static ScanPicture of(const std::string& pdf) {
        const ScanFolder folder;
        std::ofstream{folder.file("page.pdf"), std::ios::binary} << pdf;
        process::ProcessLimits limits;
        limits.cpuTime = std::chrono::seconds{30};
        limits.wallTime = std::chrono::seconds{120};
        limits.writtenFile = std::size_t{64} << 20U;
        const auto drawn = process::runLimited({"/usr/bin/pdftoppm", "-r", "200", "-f", "1", "-l", "1", "-singlefile",
                                                folder.file("page.pdf").string(), folder.file("page").string()},
                                               limits);
        std::ifstream in{folder.file("page.ppm"), std::ios::binary};
        std::string kind;
        int width = 0;
        int height = 0;
        int most = 0;
        in >> kind >> width >> height >> most;
        in.get();
        if (!in || drawn.exitCode != 0 || kind != "P6") {
            throw std::runtime_error("pdftoppm has drawn no page");
        }
        ScanPicture picture{width, height};
        in.read(picture.bytes_.data(), static_cast<std::streamsize>(picture.bytes_.size()));
        return picture;
    }

    [[nodiscard]] ScanPicture turned(double degrees) const {
        ScanPicture result{width_, height_};
        const double angle = degrees * std::numbers::pi / 180;
        const double cosine = std::cos(angle);
        const double sine = std::sin(angle);
        for (int y = 0; y < height_; ++y) {
            for (int x = 0; x < width_; ++x) {
                const double fromX = x - width_ / 2.0;
                const double fromY = y - height_ / 2.0;
                result.blend(*this, x, y, width_ / 2.0 + fromX * cosine + fromY * sine, height_ / 2.0 - fromX * sine + fromY * cosine);
            }
        }
        return result;
    }

    void age(const ScanWish& wish) {
        std::minstd_rand random{wish.seed};
        for (int dot = 0; dot < wish.specks; ++dot) {
            darken(static_cast<int>(random() % static_cast<unsigned>(width_ - 3)),
                   static_cast<int>(random() % static_cast<unsigned>(height_ - 3)), 1 + static_cast<int>(random() % 3));
        }
        for (int y = 0; y < height_; ++y) {
            for (int x = 0; x < width_; ++x) {
                const int shadow = wish.isUneven ? 60 * x / width_ : 0;
                const int paper = 12 + shadow;
                const int spread =
                    wish.noise == 0 ? 0 : static_cast<int>(random() % static_cast<unsigned>(2 * wish.noise + 1)) - wish.noise;
                shade(x, y, spread - paper);
            }
        }
    }

    /// The picture alone on a page of A4.
    [[nodiscard]] std::string pdf(bool isGray) const {
        const auto data = isGray ? gray() : bytes_;
        const std::string space = isGray ? "/DeviceGray" : "/DeviceRGB";
        return pdfOf({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595.28 841.89] /Contents 4 0 R "
                      "/Resources << /XObject << /Scan 5 0 R >> >> >>",
                      "<< /Length 42 >>\nstream\nq 595.28 0 0 841.89 0 0 cm /Scan Do Q      \nendstream",
                      "<< /Type /XObject /Subtype /Image /Width " + std::to_string(width_) + " /Height " + std::to_string(height_) +
                          " /ColorSpace " + space + " /BitsPerComponent 8 /Length " + std::to_string(data.size()) + " >>\nstream\n" + data +
                          "\nendstream"});
    }

private:
    [[nodiscard]] std::size_t at(int x, int y) const {
        return (static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(x)) * 3;
    }
    [[nodiscard]] int value(int x, int y, std::size_t channel) const {
        const bool isInside = x >= 0 && y >= 0 && x < width_ && y < height_;
        return isInside ? static_cast<unsigned char>(bytes_[at(x, y) + channel]) : 255;
    }
    void set(int x, int y, std::size_t channel, int brightness) {
        bytes_[at(x, y) + channel] = static_cast<char>(std::clamp(brightness, 0, 255));
    }
    void blend(const ScanPicture& source, int x, int y, double sourceX, double sourceY) {
        const int left = static_cast<int>(std::floor(sourceX));
        const int top = static_cast<int>(std::floor(sourceY));
        const double right = sourceX - left;
        const double down = sourceY - top;
        for (std::size_t channel = 0; channel < 3; ++channel) {
            const double above = source.value(left, top, channel) * (1 - right) + source.value(left + 1, top, channel) * right;
            const double below = source.value(left, top + 1, channel) * (1 - right) + source.value(left + 1, top + 1, channel) * right;
            set(x, y, channel, static_cast<int>(std::lround(above * (1 - down) + below * down)));
        }
    }
    void shade(int x, int y, int by) {
        for (std::size_t channel = 0; channel < 3; ++channel) {
            set(x, y, channel, value(x, y, channel) + by);
        }
    }
    void darken(int x, int y, int size) {
        for (int row = 0; row < size; ++row) {
            for (int column = 0; column < size; ++column) {
                shade(x + column, y + row, -200);
            }
        }
    }
    [[nodiscard]] std::string gray() const {
        std::string data;
        data.reserve(bytes_.size() / 3);
        for (int y = 0; y < height_; ++y) {
            for (int x = 0; x < width_; ++x) {
                data += static_cast<char>((value(x, y, 0) * 299 + value(x, y, 1) * 587 + value(x, y, 2) * 114) / 1000);
            }
        }
        return data;
    }

    int width_;
    int height_;
    std::string bytes_;
};

/// What a scanner makes of a printed first page: a PDF that is nothing but a picture of it.
inline std::string scannedPdf(const std::string& pdf, const ScanWish& wish = {}) {
    auto picture = ScanPicture::of(pdf);
    if (wish.angle != 0) {
        picture = picture.turned(wish.angle);
    }
    picture.age(wish);
    return picture.pdf(wish.isGray);
}

}  // namespace congvu::incoming::testing

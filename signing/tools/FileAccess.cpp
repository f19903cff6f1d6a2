// SPDX-License-Identifier: Apache-2.0
#include "FileAccess.h"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

namespace congvu::signing::tool {
namespace {

constexpr std::uintmax_t kLargestFile = std::uintmax_t{1} << 30;

void writeBoth(std::ostream& out, ByteView first, ByteView second) {
    out.write(textOf(first).data(), static_cast<std::streamsize>(first.size()));
    out.write(textOf(second).data(), static_cast<std::streamsize>(second.size()));
    out.flush();
}

}  // namespace

Bytes readFile(const std::string& path) {
    if (path == "-") {
        return {std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
    }
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    std::ifstream stream(path, std::ios::binary);
    if (error || !stream) {
        throw std::runtime_error("cannot read " + path);
    }
    if (size > kLargestFile) {
        throw std::runtime_error(path + " is larger than 1 GiB");
    }
    Bytes bytes(static_cast<std::size_t>(size));
    stream.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (static_cast<std::uintmax_t>(stream.gcount()) != size) {
        throw std::runtime_error("cannot read " + path);
    }
    return bytes;
}

void writeFile(const std::string& path, ByteView first, ByteView second) {
    if (path == "-") {
        writeBoth(std::cout, first, second);
        return;
    }
    const std::string temporary = path + ".part" + std::to_string(::getpid());
    {
        std::ofstream stream(temporary, std::ios::binary | std::ios::trunc);
        writeBoth(stream, first, second);
        if (!stream) {
            std::filesystem::remove(temporary);
            throw std::runtime_error("cannot write " + path);
        }
    }
    std::filesystem::rename(temporary, path);
}

SecretText readPin(const std::string& path) {
    // Without streams: their buffers would keep what they read.
    constexpr std::size_t kLongest = 16 * 1024;
    const int file = path == "-" ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    SecretText content(kLongest);
    std::size_t size = 0;
    ssize_t got = 0;
    while (file >= 0 && size < kLongest && (got = ::read(file, content.data() + size, kLongest - size)) > 0) {
        size += static_cast<std::size_t>(got);
    }
    if (file >= 0) {
        ::close(file);
    }
    if (file < 0 || got < 0) {
        throw std::runtime_error("cannot read " + path);
    }
    const std::string_view read = content.view().substr(0, size);
    return SecretText(read.substr(0, read.find_first_of("\r\n")));
}

Instant currentTime() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace congvu::signing::tool
